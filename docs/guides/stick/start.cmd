@echo off
rem Starts Caddy beside this file, then opens the workspace. Close Caddy's window to end it.
cd /d "%~dp0"
set caddy=
for %%f in (caddy*.exe) do set "caddy=%%f"
if not defined caddy (
  echo Caddy is not here. Download it from caddyserver.com and put it beside this file.
  pause
  exit /b 1
)
start "Evenhand" /min "%caddy%" run
timeout /t 2 /nobreak >nul
start "" http://localhost:8137/workspace.html
