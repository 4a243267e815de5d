@echo off
rem Ouvre une fenetre de commandes ou greffier se tape sans rien devant.
chcp 65001 >nul
set "PATH=%~dp0;%PATH%"
cd /d "%~dp0"
cmd /k greffier
