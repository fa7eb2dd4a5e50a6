@echo off
rem Checks the sheets that are dropped on this file or sent to it. The window stays open.
"%~dp0bato.exe" check %*
echo.
pause
