@echo off
rem Starts Caddy beside this file, then opens the workspace. Close Caddy's window to end it.
cd /d "%~dp0"
start "Evenhand" /min caddy.exe run
timeout /t 2 /nobreak >nul
start "" http://localhost:8137/workspace.html
