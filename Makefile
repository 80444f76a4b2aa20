# Every target is a verb of `cargo xtask`; make is only the shorter word for it.

.PHONY: serve test dist setup screenshots bench clean toolchain

serve: toolchain ## install what is missing, build the release, serve it here with the headers of a real host
	cargo xtask serve

test: toolchain ## install what is missing, then everything: format, lints, tests, browsers, accessibility, sizes
	cargo xtask test

dist: toolchain ## the folder to upload: dist/
	cargo xtask dist

setup: toolchain ## only install what is missing
	cargo xtask setup

screenshots: toolchain ## every screen, three widths, light and dark
	cargo xtask screenshots

bench: toolchain ## how long things take in a large service, into docs/benchmarks.md
	cargo xtask bench

clean: ## remove what was built, not what was installed
	cargo clean
	rm -rf dist screenshots

# The compiler that rust-toolchain.toml names, with its parts. rustup fetches it by itself, unless that is switched off.
toolchain:
	@! command -v rustup >/dev/null || rustup component list --installed 2>/dev/null | grep -q rust-src || rustup toolchain install
