# Starts SMARTstad from a source checkout on Windows and installs first what is missing.
#
#   .\installers\run.ps1              the demonstration region, in a window
#   .\installers\run.ps1 ARGUMENTS    the program with these arguments, for example a workspace file
#
# Needs Python 3.11 or later. If Windows refuses to run scripts:
#   powershell -ExecutionPolicy Bypass -File .\installers\run.ps1
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent $PSScriptRoot
$venv = Join-Path $root '.venv'
$python = Join-Path $venv 'Scripts\python.exe'
$lock = Join-Path $root 'requirements.lock'

function Invoke-Step {
    param([string] $Program, [string[]] $Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "This did not work: $Program $Arguments" }
}

# The launcher of python.org first; the plain names may be placeholders that only open the shop.
function Find-Python {
    foreach ($command in 'py -3', 'python', 'python3') {
        [string[]] $words = $command -split ' '
        if (-not (Get-Command $words[0] -ErrorAction SilentlyContinue)) { continue }
        [string[]] $arguments = @($words | Select-Object -Skip 1) + @('-c', 'import sys; sys.exit(sys.version_info < (3, 11))')
        & $words[0] @arguments
        if ($LASTEXITCODE -eq 0) { return $command }
    }
    throw 'Python 3.11 or later is needed: https://www.python.org/downloads/'
}

if (-not (Test-Path $python)) {
    Write-Host '== Making the virtual environment'
    [string[]] $words = (Find-Python) -split ' '
    Invoke-Step $words[0] (@($words | Select-Object -Skip 1) + @('-m', 'venv', $venv))
}

# Install what the lock file names, unless exactly that was installed last time.
$stamp = Join-Path $venv '.requirements.lock.installed'
$wanted = (Get-FileHash $lock).Hash + (Get-FileHash (Join-Path $root 'pyproject.toml')).Hash
if (-not (Test-Path $stamp) -or (Get-Content $stamp) -ne $wanted) {
    Write-Host '== Installing the dependencies of requirements.lock'
    Invoke-Step $python @('-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', $lock)
    Invoke-Step $python @('-m', 'pip', 'install', '--quiet', '--no-deps', '--no-build-isolation', '-e', $root)
    Set-Content -Path $stamp -Value $wanted
}
Invoke-Step $python @((Join-Path $root 'installers\build_texts.py'))

if ($args.Count -gt 0) {
    & $python -m smartstad_desktop @args
    exit $LASTEXITCODE
}

$workspace = Join-Path $root 'out\demonstration.smartstad'
New-Item -ItemType Directory -Force (Split-Path $workspace) | Out-Null
if (-not (Test-Path $workspace)) {
    Invoke-Step $python @('-m', 'smartstad_desktop', 'new', $workspace, '--template', 'demo')
}
& $python -m smartstad_desktop $workspace
exit $LASTEXITCODE
