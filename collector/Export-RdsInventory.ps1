#Requires -Version 3.0

<#
.SYNOPSIS
Asks a Remote Desktop Services deployment what it consists of, and writes the answers into a new folder for rds-lint.

.DESCRIPTION
Run it on the active connection broker, in a PowerShell that was started
with "Run as administrator".

It only reads: it changes no setting, opens no profile disk, needs no
CredSSP, no internet and no module that is not there. Each question that
fails costs the facts of that question and nothing else.

What is secret stays in memory and never reaches the disk: connection
strings are taken apart (driver, server, database and kind of
authentication are kept), sessions are counted, machine keys are hashed
where they are. User names, licence server ids, product keys, contact data,
command lines and passwords are not kept at all.

Exit codes: 0 complete, 2 not usable and nothing written, 3 written but
something failed. PowerShell itself ends with 1 where it refuses a
parameter, and nothing was asked then.

PowerShell 3.0 to 5.1 and 7 give the same facts.

.PARAMETER OutputPath
The folder that is made for the answers, in one that exists. It must not exist itself: nothing is ever overwritten.
Without it, a folder with the date and time in its name is made in the current one.

.PARAMETER ConnectionBroker
Full name of a connection broker, where the script runs on another machine. Without it, this machine is asked which broker is active.

.PARAMETER Server
More servers to ask: standalone ones, licence servers, servers that will take the place of others.

.PARAMETER Standalone
There is no deployment here: asks this machine and the ones named with -Server, and the bundle says so.

.PARAMETER SkipServer
Servers that are not asked. The broker still answers for the deployment.

.PARAMETER SkipSource
Questions that are not asked, by the names in the list that -WhatIf prints.

.PARAMETER IncludeProfileDiskListing
Also lists the files below the profile disk locations. Names only, with account ids replaced by hashes that are
other ones in each run: list both sides of a move in one run. Needs the right to list the folders.

.PARAMETER ProfileDiskDestination
Network paths that profile disks will be moved to, to be listed too. Only together with -IncludeProfileDiskListing.

.PARAMETER ServerTimeoutSeconds
How long an answer may take. A server that takes longer once is not asked again.

.PARAMETER WhatIf
Asks the broker for its servers only, writes nothing, and prints one line for each question: the source, and the rights that it needs.

.EXAMPLE
.\Export-RdsInventory.ps1

On the active connection broker: asks everything, and writes a folder such as rds-inventory-20261124-050000.

.EXAMPLE
.\Export-RdsInventory.ps1 -OutputPath C:\Temp\rds -Verbose

Writes the folder C:\Temp\rds, and tells each question and the rights that it needs.

.EXAMPLE
.\Export-RdsInventory.ps1 -WhatIf

Asks the broker for its servers only, writes nothing, and prints one line for each question.

.EXAMPLE
.\Export-RdsInventory.ps1 -ConnectionBroker RDCB01.contoso.example

From another machine that has the RemoteDesktop module.

.EXAMPLE
.\Export-RdsInventory.ps1 -Server RDLIC02.contoso.example, RDSH11.contoso.example

Also asks a licence server outside of the deployment, and a new session host.

.EXAMPLE
.\Export-RdsInventory.ps1 -Standalone -Server RDG02.contoso.example

Where no deployment exists: asks this machine and RDG02.

.EXAMPLE
.\Export-RdsInventory.ps1 -SkipServer RDSH07 -SkipSource Get-OdbcDriver, Get-VM

Leaves a server and two questions out.

.EXAMPLE
.\Export-RdsInventory.ps1 -IncludeProfileDiskListing -ProfileDiskDestination \\FS02\upd$\sales

Also lists the files of all profile disk locations, and of the folder that one of them moves to.

.EXAMPLE
.\Export-RdsInventory.ps1 -ServerTimeoutSeconds 30

Gives a server up that has not answered within 30 seconds.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File .\Export-RdsInventory.ps1 -Server RDLIC02.contoso.example,RDSH11.contoso.example

Where the execution policy does not allow scripts (Windows Server 2012).

.NOTES
Rights. Of two ways to a fact the script takes the one that needs the fewest.
Get-RD*: local administrator of the connection broker, elevated.
Operating system, computer system, registry, ODBC drivers: none on this
machine; on others the WMI right Remote Enable and membership in Remote
Management Users. Where WS-Management does not answer, DCOM is tried, and
Distributed COM Users takes the place of that group.
Certificates, web.config: none on this machine; on others membership in
Remote Management Users.
Windows features: an elevated session on this machine; on others membership
in Remote Management Users, and administrator where the server demands it.
Licence servers and RD Gateways: local administrator of the server, because
their classes answer nobody else.
Hyper-V: Hyper-V Administrators of the host, and on others Remote Management
Users.
Profile disk listing: the right to list the folders.
An administrator of all servers has all of these.

.LINK
https://learn.microsoft.com/windows-server/remote/remote-desktop-services/migrate-rds-role-services
#>
[CmdletBinding(SupportsShouldProcess = $true, PositionalBinding = $false)]
param(
    [string] $OutputPath,
    [string] $ConnectionBroker,
    [string[]] $Server = @(),
    [switch] $Standalone,
    [string[]] $SkipServer = @(),
    [string[]] $SkipSource = @(),
    [switch] $IncludeProfileDiskListing,
    [string[]] $ProfileDiskDestination = @(),
    [ValidateRange(1, 3600)] [int] $ServerTimeoutSeconds = 120
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$version = '1.0.0'
$invariant = [Globalization.CultureInfo]::InvariantCulture
$startedAt = [DateTime]::UtcNow
$onlyPlan = [bool] $WhatIfPreference
# Get-Module and others would take -WhatIf for themselves.
$WhatIfPreference = $false

# Nothing here is meant to end a run, and what does is told in one sentence.
trap { Stop-Unusable "The script came to an end that it was not made for: $(Get-PlainMessage $_)" }

# What runs in the worker
# Questions run in a runspace of their own, because a question that hangs cannot be stopped otherwise. There is no strict
# mode and no -ErrorAction for all in there: both would reach into the modules of Windows, which are not written for it.

$workerFunctions = {
    $cimTargets = @{}
    $sessions = @{}

    # Parameters that lead a CIM command to a server; none for this machine, which needs neither WinRM nor DCOM.
    function Get-CimTarget {
        param([string] $To, [int] $Within)
        if ($To -eq '') { return @{} }
        if (-not $cimTargets.ContainsKey($To)) {
            try { $cimTargets[$To] = New-CimSession -ComputerName $To -OperationTimeoutSec $Within -ErrorAction Stop }
            catch {
                $problem = $_
                try { $cimTargets[$To] = New-CimSession -ComputerName $To -OperationTimeoutSec $Within -SessionOption (New-CimSessionOption -Protocol Dcom) -ErrorAction Stop }
                catch { $cimTargets[$To] = $problem }
            }
        }
        # A server that could not be reached is not waited for again.
        if ($cimTargets[$To] -is [Management.Automation.ErrorRecord]) { throw $cimTargets[$To] }
        @{ CimSession = $cimTargets[$To] }
    }

    function Get-Class {
        param([string] $To, [int] $Within, [string] $In, [string] $Named, [hashtable] $Only = @{})
        $target = Get-CimTarget $To $Within
        try { Get-CimInstance -Namespace $In -ClassName $Named @Only @target -ErrorAction Stop }
        catch {
            # WinRM 2.0 (Windows Server 2008 R2) opens a session and then knows no class: errors of WS-Management, not of WMI.
            if ($To -eq '' -or $_.FullyQualifiedErrorId -notlike 'HRESULT 0x8033*') { throw }
            $problem = $_
            try { $target.CimSession = New-CimSession -ComputerName $To -OperationTimeoutSec $Within -SessionOption (New-CimSessionOption -Protocol Dcom) -ErrorAction Stop }
            catch { throw $problem }
            $cimTargets[$To] = $target.CimSession
            Get-CimInstance -Namespace $In -ClassName $Named @Only @target -ErrorAction Stop
        }
    }

    # Runs a block on a server, or here for this machine. Blocks may use PowerShell 2.0 only, which is what 2008 R2 has.
    function Invoke-There {
        param([string] $To, [scriptblock] $This)
        if ($To -eq '') { return Invoke-Command -ScriptBlock $This -ErrorAction Stop }
        if (-not $sessions.ContainsKey($To)) {
            try { $sessions[$To] = New-PSSession -ComputerName $To -ErrorAction Stop } catch { $sessions[$To] = $_ }
        }
        if ($sessions[$To] -is [Management.Automation.ErrorRecord]) { throw $sessions[$To] }
        Invoke-Command -Session $sessions[$To] -ScriptBlock $This -ErrorAction Stop
    }

    function Get-RegistryText {
        param([hashtable] $Target, [string] $Key, [string] $Value)
        $answer = Invoke-CimMethod -Namespace root/default -ClassName StdRegProv -MethodName GetStringValue -Arguments @{ hDefKey = [uint32] 2147483650; sSubKeyName = $Key; sValueName = $Value } @Target -ErrorAction Stop
        # 1 no such value, 2 no such key
        if ($answer.ReturnValue -gt 2) { throw "The registry answered with code $($answer.ReturnValue) for $Key." }
        $answer.sValue
    }

    function Import-RemoteDesktop { if (-not (Get-Module RemoteDesktop)) { Import-Module RemoteDesktop -WarningAction SilentlyContinue -ErrorAction Stop } }

    function Close-Target {
        param([string] $To)
        if ($cimTargets[$To] -and $cimTargets[$To] -isnot [Management.Automation.ErrorRecord]) { Remove-CimSession -CimSession $cimTargets[$To] -ErrorAction SilentlyContinue }
        if ($sessions[$To] -and $sessions[$To] -isnot [Management.Automation.ErrorRecord]) { Remove-PSSession -Session $sessions[$To] -ErrorAction SilentlyContinue }
    }
}

$worker = $null

# Runs a block in the worker and gives what it puts out; throws what it throws, and a TimeoutException when time is up.
function Invoke-Worker {
    param([scriptblock] $Work, [object[]] $WorkArguments)
    if ($null -eq $script:worker) {
        $script:worker = [powershell]::Create()
        [void] $script:worker.AddScript($workerFunctions.ToString())
        [void] $script:worker.EndInvoke($script:worker.BeginInvoke())
    }
    $shell = $script:worker
    $shell.Commands.Clear()
    $shell.Streams.ClearStreams()
    [void] $shell.AddScript($Work.ToString(), $true)
    foreach ($argument in $WorkArguments) { [void] $shell.AddArgument($argument) }
    $clock = [Diagnostics.Stopwatch]::StartNew()
    # Lists of its own for each question: after a failed one the engine hands out its old list, which would read as "nothing there".
    $none = New-Object 'Management.Automation.PSDataCollection[psobject]'
    $none.Complete()
    $answers = New-Object 'Management.Automation.PSDataCollection[psobject]'
    $handle = $shell.BeginInvoke($none, $answers)
    # In short steps, so that Ctrl+C is heard.
    while (-not $handle.AsyncWaitHandle.WaitOne(250)) {
        if ($clock.Elapsed.TotalSeconds -ge $ServerTimeoutSeconds) {
            [void] $shell.BeginStop($null, $null)
            $script:worker = $null
            throw (New-Object TimeoutException "No answer within $ServerTimeoutSeconds seconds.")
        }
    }
    [void] $shell.EndInvoke($handle)
    # Every Get-RD* error is one that does not stop the command: an answer beside an error is no answer.
    # Errors that a module met and dealt with are not in this stream, but would be in -ErrorVariable.
    if ($shell.Streams.Error.Count -gt 0) { throw $shell.Streams.Error[0] }
    $answers
}

# Redaction and shapes

function Get-Sha256 {
    param([byte[]] $Bytes)
    # The managed class refuses to work where Windows is told to use FIPS algorithms only.
    try { $algorithm = New-Object Security.Cryptography.SHA256CryptoServiceProvider } catch { $algorithm = [Security.Cryptography.SHA256]::Create() }
    -join ($algorithm.ComputeHash($Bytes) | ForEach-Object { $_.ToString('x2') })
}

# A value of a cmdlet as the bundle has it: text, number, true or false, or nothing.
function ConvertTo-Plain {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [DateTime]) { return ConvertTo-IsoDate $Value }
    if ($Value -is [ValueType] -and $Value -isnot [enum]) { return $Value }
    "$Value"
}

function ConvertTo-IsoDate {
    param([DateTime] $Date)
    $Date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", $invariant)
}

# The named properties of an object, as far as it has them; -List for those that hold lists.
function Select-Field {
    param($Item, [string[]] $Name = @(), [string[]] $List = @())
    $fields = [ordered] @{}
    foreach ($one in $Name) {
        $property = $Item.PSObject.Properties[$one]
        if ($null -ne $property) { $fields[$one] = ConvertTo-Plain $property.Value }
    }
    foreach ($one in $List) {
        $property = $Item.PSObject.Properties[$one]
        if ($null -ne $property) { $fields[$one] = [string[]] @($property.Value | Where-Object { $null -ne $_ } | ForEach-Object { "$_" }) }
    }
    [pscustomobject] $fields
}

# What may be told of a connection string of ODBC or ADO.NET; nothing at all where it cannot be taken apart for certain.
function Read-ConnectionString {
    param([string] $Text)
    $part = [regex] '\G\s*([^=;{}"'']+?)\s*=\s*(?:\{((?:[^}]|\}\})*)\}|"((?:[^"]|"")*)"|''((?:[^'']|'''')*)''|([^;{}"'']*?))\s*(?:;|\z)'
    $pairs = @{}
    $at = 0
    while ($at -lt $Text.Length -and $Text.Substring($at) -notmatch '\A[\s;]*\z') {
        $found = $part.Match($Text, $at)
        if (-not $found.Success) { return $null }
        $key = $found.Groups[1].Value.ToLowerInvariant()
        $value = $found.Groups[2].Value.Replace('}}', '}') + $found.Groups[3].Value.Replace('""', '"') + $found.Groups[4].Value.Replace("''", "'") + $found.Groups[5].Value
        # Which of two values counts differs between ODBC and ADO.NET.
        if ($pairs.ContainsKey($key) -and $pairs[$key] -cne $value) { return $null }
        $pairs[$key] = $value.Trim()
        $at = $found.Index + $found.Length
    }
    $told = @{}
    $places = @{
        DatabaseDriver = 'driver', 'provider'
        DatabaseServer = 'server', 'data source', 'address', 'addr', 'network address'
        DatabaseName   = 'database', 'initial catalog'
    }
    foreach ($name in $places.Keys) {
        $values = @($places[$name] | Where-Object { $pairs[$_] } | ForEach-Object { $pairs[$_] } | Select-Object -Unique)
        if ($values.Count -eq 0) { continue }
        # A value that looks like more than a name is a string that was taken apart wrongly.
        if ($values.Count -gt 1 -or $values[0] -match '[=@;{}"''\r\n]|pwd|password') { return $null }
        $told[$name] = $values[0]
    }
    $trusted = @('trusted_connection', 'integrated security' | Where-Object { $pairs[$_] -match '\A(yes|true|sspi)\z' })
    $account = @('uid', 'user id', 'user', 'username' | Where-Object { $pairs[$_] })
    $other = $pairs['authentication'] -and $pairs['authentication'] -notmatch '\Asql ?password\z'
    if (-not $other) {
        if ($trusted.Count -gt 0) { $told['DatabaseAuthentication'] = 'windows' }
        elseif ($account.Count -gt 0) { $told['DatabaseAuthentication'] = 'sql' }
    }
    $told
}

# One line of an error, without anything that looks like an account or a password.
function Get-PlainMessage {
    param($Problem)
    $exception = $Problem.Exception
    while ($exception -is [Management.Automation.MethodInvocationException] -and $exception.InnerException) { $exception = $exception.InnerException }
    if ($exception -is [Management.Automation.ActionPreferenceStopException]) { $exception = $exception.ErrorRecord.Exception }
    $text = ($exception.Message -replace '\s+', ' ').Trim()
    $text = $text -replace '(?i)\b(\w*(?:pwd|password|passwd|uid|user ?id|user ?name|user|secret|token|key))["'']?\s*[=:].*', '$1 ...'
    if ($env:USERNAME -and $env:USERNAME -ne 'Administrator') { $text = $text -replace ('(?i)(?<!\w)([^\s\\"'']+\\)?' + [regex]::Escape($env:USERNAME) + '(?!\w)'), 'this account' }
    $text = $text -replace '(?i)\b(user|login|account) (?:([''"]).*?\2|[\w.-]+\\[\w.$-]*\w)', '$1 ...' -replace 'S-1-(?:5-21|12-1)-[\d-]+', 'an account'
    # In any language an account in quotation marks has one backslash, and one of Active Directory has an at sign.
    $text = $text -replace '([''"])[\w.-]+\\[^\\''"]+\1', 'an account' -replace '[\w.+-]+@[\w-]+(?:\.[\w-]+)+', 'an account'
    if ($text.Length -gt 400) { $text = $text.Substring(0, 400) + '...' }
    $text
}

# Account ids can be counted through, and the hash of one alone would tell it. What is put before each is not told to
# anyone and is another one in each run.
$salt = New-Object byte[] 32
[Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($salt)

function Get-AccountHash { param([string] $Account) (Get-Sha256 ($salt + [Text.Encoding]::UTF8.GetBytes($Account.ToUpperInvariant()))).Substring(0, 16) }

# A file name without the accounts in it. Profile disks are called UVHD-<SID>.vhdx; FSLogix writes the name of the user as well.
function Hide-Account {
    param([string] $Path)
    $parts = foreach ($segment in $Path.Replace('/', '\').Split('\')) {
        if ($segment -match '\A(UVHD-)?(.*?)(S-1-\d+(?:-\d+)+)(.*?)(\.a?vhdx?)?\z') {
            $start, $account, $around, $end = $Matches[1], $Matches[3], ($Matches[2] + $Matches[4]), $Matches[5]
            if ($around) { $around = '-' + (Get-AccountHash $around) }
            "$start$(Get-AccountHash $account)$around$end"
        }
        # Disks of FSLogix, and folders of roaming profiles.
        elseif ($segment -match '\A((?:Profile|ODFC)_)(.+?)(\.vhdx?(?:\.[a-z]+)?)\z' -or $segment -match '\A()(.+)(\.V\d)\z') {
            "$($Matches[1])$(Get-AccountHash $Matches[2])$($Matches[3])"
        }
        else { $segment }
    }
    @($parts) -join '\'
}

# Asking

$rows = New-Object Collections.ArrayList
$hung = @{}
$knownSources = @{}
$knownServers = @{}
$lastStatus = ''

$rightsOf = @{
    Broker  = 'local administrator of the broker, elevated'
    Class   = 'nothing on this machine; elsewhere members of Remote Management Users with the WMI right Remote Enable, or administrators'
    Admin   = 'local administrator of the server (these classes answer nobody else)'
    There   = 'nothing on this machine; elsewhere member of Remote Management Users'
    Feature = 'an elevated session on this machine; elsewhere member of Remote Management Users, and administrator where the server demands it'
    HyperV  = 'Hyper-V Administrators of the host, and elsewhere Remote Management Users'
    Share   = 'the right to list the folder'
}

# Asks one question, notes what became of it, and gives the objects for the bundle.
# Shapes get all answers as one list in $_, and see the parameters of this function. -Has names what the script itself
# goes on with: an answer without it is none.
function Read-Source {
    param(
        [string] $Name, [string] $On = '', [string] $Collection = '', [string] $Rights, [scriptblock] $Ask, [object[]] $With = @(), [scriptblock] $Shape,
        [switch] $Always, [string[]] $Has = @(), [switch] $Plan, [string] $Failed = '', [string] $Skipped = '', [string] $HangsWith = $On
    )
    $label = $Name
    if ($Collection) { $label += " of collection $Collection" }
    if ($On) { $label += " on $On" }
    $needs = $rightsOf[$Rights]
    $knownSources[$Name] = $true
    if ($On) { $knownServers[$On] = $true }
    $row = [ordered] @{ name = $Name }
    if ($On) { $row.server = $On }
    if ($Collection) { $row.collection = $Collection }
    if ($skippedSources -contains $Name) { $Skipped = 'Left out with -SkipSource.' }
    elseif ($On -and @($skippedServers | Where-Object { Test-SameName $_ $On }).Count -gt 0) { $Skipped = 'Left out with -SkipServer.' }
    elseif (-not $Skipped -and $hung[$HangsWith]) { $Skipped = "Not asked, because an earlier question was not answered within $ServerTimeoutSeconds seconds." }
    if ($onlyPlan -and ($Skipped -or -not $Plan)) {
        $reason = "$Skipped$Failed"
        if ($reason) { Write-Host ("Would not ask ${label}: " + $reason.Substring(0, 1).ToLowerInvariant() + $reason.Substring(1)) }
        else { Write-Host "Would ask ${label}; needs $needs." }
        return
    }
    [void] $rows.Add($row)
    $items = @()
    if ($Skipped) {
        $row.status = 'skipped'
        $row.message = $Skipped
    }
    else {
        Write-Progress -Activity 'Asking' -Status $label
        Write-Verbose "Asking ${label}; needs $needs."
        $clock = [Diagnostics.Stopwatch]::StartNew()
        try {
            if ($Failed) { throw $Failed }
            $answers = @(Invoke-Worker $Ask $With | Where-Object { $null -ne $_ })
            if ($answers.Count -gt 0) { $items = @(, $answers | ForEach-Object $Shape) }
            foreach ($property in $Has) {
                if (@($items | Where-Object { $null -eq $_.PSObject.Properties[$property] }).Count -gt 0) { throw "An answer has no property $property." }
            }
            if ($Always -and $items.Count -eq 0) { throw 'It answered with nothing, which it never does.' }
            $row.status = 'ok'
            if ($items.Count -eq 0) { $row.status = 'empty' }
        }
        catch {
            $items = @()
            $row.status = 'failed'
            $row.message = Get-PlainMessage $_
            if ($_.Exception -is [TimeoutException]) { $hung[$HangsWith] = $true }
            Write-Verbose "${label} failed: $($row.message)"
        }
        $row.milliseconds = [int] $clock.ElapsedMilliseconds
    }
    $row.items = $items
    $script:lastStatus = $row.status
    $items
}

# Names of servers

function Test-SameName {
    param([string] $One, [string] $Other)
    if ($One -eq $Other) { return $true }
    ($One.IndexOf('.') -lt 0 -or $Other.IndexOf('.') -lt 0) -and $One.Split('.')[0] -eq $Other.Split('.')[0]
}

$servers = New-Object Collections.ArrayList

function Add-Server {
    param([string] $Name, [string[]] $Roles)
    if (-not $Name.Trim()) { return }
    $known = @($servers | Where-Object { Test-SameName $_.Name $Name })
    if ($known.Count -gt 0) { return }
    [void] $servers.Add(@{ Name = $Name.Trim(); Roles = $Roles; LicenseServer = $false })
}

# The name under which this machine belongs to its domain, which anyone may read; nothing of the network is asked.
function Get-OwnName {
    try {
        $own = Get-ItemProperty -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
        $name = $own.Hostname
        if ($own.PSObject.Properties['Domain'] -and $own.Domain) { $name += '.' + $own.Domain }
        return $name
    }
    catch {
        if ($env:USERDNSDOMAIN) { return "$env:COMPUTERNAME.$env:USERDNSDOMAIN" }
        $env:COMPUTERNAME
    }
}

function Get-Address { param([string] $Name) if (Test-SameName $Name $ownName) { '' } else { $Name } }

# The full name of a server in the domain of this machine.
function Get-FullName {
    param([string] $Name)
    $Name = $Name.Trim().TrimEnd('.')
    if ($Name -eq '' -or $Name -eq 'localhost' -or (Test-SameName $Name $ownName)) { return $ownName }
    if ($Name.IndexOf('.') -lt 0 -and $ownName.IndexOf('.') -gt 0) { return $Name + $ownName.Substring($ownName.IndexOf('.')) }
    $Name
}

# Whether a text can be the name or the address of a server.
function Test-ServerName { param([string] $Name) $Name -match '\A(\.|[\p{L}\p{M}\p{Nd}_:-]+(\.[\p{L}\p{M}\p{Nd}_-]+)*\.?)\z' }

# "powershell -File" hands over a list as one text.
function Split-Name { param([string[]] $Names) @($Names | ForEach-Object { "$_".Split(',') } | ForEach-Object { $_.Trim() } | Where-Object { $_ }) }

# The deployment

function Read-Deployment {
    $asked = $ownName
    if ($ConnectionBroker.Trim()) { $asked = Get-FullName $ConnectionBroker }
    $active = @(Read-Source 'Win32_RDMSEnvironment' -On $asked -Rights Class -Plan -Always -Has ServerName -With (Get-Address $asked), $ServerTimeoutSeconds -Ask {
            param($To, $Within)
            $target = Get-CimTarget $To $Within
            $answer = Invoke-CimMethod -Namespace root/cimv2/rdms -ClassName Win32_RDMSEnvironment -MethodName GetActiveServer @target -ErrorAction Stop
            if ($answer.ReturnValue) { throw "GetActiveServer ended with code $($answer.ReturnValue)." }
            $answer
        } -Shape { $_ | ForEach-Object { Select-Field $_ ServerName } })
    $state = @{ Broker = $asked; Failed = ''; Skipped = '' }
    if ($lastStatus -eq 'ok') {
        $name = "$($active[0].ServerName)"
        if ($null -eq $active[0].ServerName) { Write-Verbose "$asked named no active broker." }
        elseif (-not $name) {
            $state.Skipped = "There is no deployment on $asked."
            Write-Warning "There is no Remote Desktop Services deployment on ${asked}: only servers are asked. Name the broker with -ConnectionBroker, or use -Standalone if there is none."
        }
        else {
            $state.Broker = Get-FullName $name
            if (-not (Test-SameName $name $asked)) { Write-Warning "$asked is not the active connection broker, $($state.Broker) is: it is asked instead. Run the script there if its answers fail." }
        }
    }
    elseif ($lastStatus -eq 'failed') {
        Write-Warning "Which connection broker is active could not be told by ${asked}: $($rows[$rows.Count - 1].message) Run the script on the active broker, or name it with -ConnectionBroker."
    }
    # Tried, because PowerShell 7 lists only modules that are its own and loads this one through Windows PowerShell.
    $missing = { try { Import-RemoteDesktop } catch { if ($_.FullyQualifiedErrorId -like 'Modules_ModuleNotFound*') { 'missing' } } }
    $found = @()
    if (-not $state.Skipped) { try { $found = @(Invoke-Worker $missing) } catch { Write-Verbose "The module RemoteDesktop was not loaded: $(Get-PlainMessage $_)" } }
    if ($found.Count -gt 0) {
        $state.Failed = 'The PowerShell module RemoteDesktop is not installed on this machine.'
        Write-Warning 'The PowerShell module RemoteDesktop is not installed on this machine: only servers are asked. Run the 64-bit PowerShell on a connection broker, or install the Remote Desktop Services tools (RSAT).'
    }
    $state
}

# Asks the broker, and gives the profile disk locations that it tells.
function Read-Broker {
    param([hashtable] $State)
    $broker = @{}
    if ($State.Broker.IndexOf('.') -gt 0) { $broker.ConnectionBroker = $State.Broker }
    $all = @{ Rights = 'Broker'; Failed = $State.Failed; Skipped = $State.Skipped; HangsWith = 'the deployment' }

    $found = @(Read-Source 'Get-RDServer' @all -Plan -Always -Has Server -With $broker -Ask {
            param($Broker)
            Import-RemoteDesktop
            Get-RDServer @Broker
        } -Shape { $_ | ForEach-Object { Select-Field $_ Server -List Roles } })
    foreach ($one in $found) { Add-Server $one.Server $one.Roles }

    $highAvailability = @(Read-Source 'Get-RDConnectionBrokerHighAvailability' @all -Has ConnectionBroker -With $broker -Ask {
            param($Broker)
            Import-RemoteDesktop
            Get-RDConnectionBrokerHighAvailability @Broker
        } -Shape {
            $_ | ForEach-Object {
                $told = Select-Field $_ ActiveManagementServer, ClientAccessName, DatabaseFilePath -List ConnectionBroker
                $database = $null
                if ($_.PSObject.Properties['DatabaseConnectionString'] -and $_.DatabaseConnectionString) { $database = Read-ConnectionString $_.DatabaseConnectionString }
                if ($null -ne $database) { foreach ($key in @($database.Keys | Sort-Object)) { $told | Add-Member -NotePropertyName $key -NotePropertyValue $database[$key] } }
                if ($_.PSObject.Properties['DatabaseSecondaryConnectionString']) { $told | Add-Member -NotePropertyName HasSecondaryConnectionString -NotePropertyValue ([bool] $_.DatabaseSecondaryConnectionString) }
                $told
            }
        })
    $collections = @(Read-Source 'Get-RDSessionCollection' @all -Has CollectionName -With $broker -Ask {
            param($Broker)
            Import-RemoteDesktop
            Get-RDSessionCollection @Broker
        } -Shape { $_ | ForEach-Object { Select-Field $_ CollectionName, CollectionAlias, CollectionType, ResourceType, Size } })
    $desktopCollections = @(Read-Source 'Get-RDVirtualDesktopCollection' @all -Has CollectionName -With $broker -Ask {
            param($Broker)
            Import-RemoteDesktop
            Get-RDVirtualDesktopCollection @Broker
        } -Shape { $_ | ForEach-Object { Select-Field $_ CollectionName, CollectionAlias, Type } })
    [void] @(Read-Source 'Get-RDDeploymentGatewayConfiguration' @all -Always -With $broker -Ask {
            param($Broker)
            Import-RemoteDesktop
            Get-RDDeploymentGatewayConfiguration @Broker
        } -Shape { $_ | ForEach-Object { Select-Field $_ GatewayMode, GatewayExternalFqdn, LogonMethod, UseCachedCredentials, BypassLocal } })
    $licensing = @(Read-Source 'Get-RDLicenseConfiguration' @all -Always -Has LicenseServer -With $broker -Ask {
            param($Broker)
            Import-RemoteDesktop
            Get-RDLicenseConfiguration @Broker
        } -Shape { $_ | ForEach-Object { Select-Field $_ Mode -List LicenseServer } })
    [void] @(Read-Source 'Get-RDCertificate' @all -Always -With $broker -Ask {
            param($Broker)
            Import-RemoteDesktop
            Get-RDCertificate @Broker
        } -Shape {
            $_ | ForEach-Object {
                $told = Select-Field $_ Role, Level, Thumbprint, Subject, IssuedTo, IssuedBy, ExpiresOn -List SubjectAlternateName
                # A text in the culture of this session, which is not known any more once the bundle has left.
                $date = [DateTime]::MinValue
                if ($told.ExpiresOn -and [DateTime]::TryParse($told.ExpiresOn, [Globalization.CultureInfo]::CurrentCulture, [Globalization.DateTimeStyles]::AssumeLocal, [ref] $date)) { $told.ExpiresOn = ConvertTo-IsoDate $date }
                $told
            }
        })

    $locations = @()
    if ($onlyPlan) { $collections = @([pscustomobject] @{ CollectionName = '<each session collection>' }) }
    foreach ($name in @($collections | ForEach-Object { $_.CollectionName })) {
        $hosts = @(Read-Source 'Get-RDSessionHost' @all -Has SessionHost -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDSessionHost -CollectionName $Collection @Broker
            } -Shape { $_ | ForEach-Object { Select-Field $_ CollectionName, SessionHost, NewConnectionAllowed } })
        foreach ($one in $hosts) { Add-Server $one.SessionHost }
        $disks = @(Read-Source 'Get-RDSessionCollectionConfiguration' @all -Always -Has EnableUserProfileDisk, DiskPath -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDSessionCollectionConfiguration -CollectionName $Collection -UserProfileDisk @Broker
            } -Shape { $_ | ForEach-Object { Select-Field $_ CollectionName, EnableUserProfileDisk, DiskPath, MaxUserProfileDiskSizeGB } })
        foreach ($one in $disks) { if ($one.EnableUserProfileDisk -and $one.DiskPath) { $locations += @{ Collection = $name; Location = $one.DiskPath } } }
        [void] @(Read-Source 'Get-RDSessionCollectionConfiguration' @all -Always -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDSessionCollectionConfiguration -CollectionName $Collection -UserGroup @Broker
            } -Shape { $_ | ForEach-Object { Select-Field $_ CollectionName -List UserGroup } })
        [void] @(Read-Source 'Get-RDRemoteApp' @all -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDRemoteApp -CollectionName $Collection @Broker
            } -Shape { $_ | ForEach-Object { Select-Field $_ CollectionName, Alias, DisplayName, FilePath } })
    }
    if ($onlyPlan) { $desktopCollections = @([pscustomobject] @{ CollectionName = '<each virtual desktop collection>' }) }
    foreach ($name in @($desktopCollections | ForEach-Object { $_.CollectionName })) {
        $desktops = @(Read-Source 'Get-RDVirtualDesktop' @all -Has HostName -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDVirtualDesktop -CollectionName $Collection @Broker
            } -Shape { $_ | ForEach-Object { Select-Field $_ CollectionName, VirtualDesktopName, HostName, State } })
        foreach ($one in $desktops) { Add-Server $one.HostName }
        # The configuration of virtual desktops does not name its collection, and the groups are plain texts.
        $disks = @(Read-Source 'Get-RDVirtualDesktopCollectionConfiguration' @all -Always -Has EnableUserProfileDisks, DiskPath -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDVirtualDesktopCollectionConfiguration -CollectionName $Collection -UserProfileDisks @Broker
            } -Shape { $_ | ForEach-Object { Select-Field $_ EnableUserProfileDisks, DiskPath, MaxUserProfileDiskSizeGB | Add-Member -NotePropertyName CollectionName -NotePropertyValue $Collection -PassThru } })
        foreach ($one in $disks) { if ($one.EnableUserProfileDisks -and $one.DiskPath) { $locations += @{ Collection = $name; Location = $one.DiskPath } } }
        [void] @(Read-Source 'Get-RDVirtualDesktopCollectionConfiguration' @all -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDVirtualDesktopCollectionConfiguration -CollectionName $Collection -UserGroups @Broker
            } -Shape { [pscustomobject] @{ CollectionName = $Collection; UserGroups = [string[]] @($_ | ForEach-Object { "$_" }) } })
    }
    # Last, because this asks all session hosts and is the first to hang.
    foreach ($name in @($collections | ForEach-Object { $_.CollectionName })) {
        [void] @(Read-Source 'Get-RDUserSession' @all -Collection $name -With $broker, $name -Ask {
                param($Broker, $Collection)
                Import-RemoteDesktop
                Get-RDUserSession -CollectionName $Collection @Broker
            } -Shape {
                $_ | Group-Object { $hostName = "$($_.HostServer)"; if (-not $hostName) { $hostName = "$($_.ServerName)" }; $hostName + '|' + $_.SessionState } | Sort-Object Name | ForEach-Object {
                    $at, $sessionState = $_.Name.Split('|')
                    [pscustomobject] @{ CollectionName = $Collection; HostServer = $at; SessionState = $sessionState; Count = $_.Count }
                }
            })
    }

    foreach ($one in $highAvailability) { foreach ($name in $one.ConnectionBroker) { Add-Server $name } }
    foreach ($one in $licensing) {
        foreach ($name in $one.LicenseServer) {
            Add-Server $name
            foreach ($known in @($servers | Where-Object { Test-SameName $_.Name $name })) { $known.LicenseServer = $true }
        }
    }
    if ($servers.Count -eq 0 -or $found.Count -eq 0) { Add-Server $State.Broker }
    $locations
}

# Each server

function Read-Server {
    param([hashtable] $One)
    $name = $One.Name
    $on = @{ On = $name }
    $with = (Get-Address $name), $ServerTimeoutSeconds

    [void] @(Read-Source 'Win32_OperatingSystem' @on -Rights Class -Always -With $with -Ask { param($To, $Within) Get-Class $To $Within root/cimv2 Win32_OperatingSystem } -Shape {
            $_ | ForEach-Object {
                $told = Select-Field $_ Caption, Version, BuildNumber, ProductType, OperatingSystemSKU, OSLanguage
                $language = ''
                try { $language = [Globalization.CultureInfo]::GetCultureInfo([int] $told.OSLanguage).Name } catch { Write-Verbose "$($told.OSLanguage) is the number of no language." }
                if ($language) { $told | Add-Member -NotePropertyName Language -NotePropertyValue $language }
                $told
            }
        })
    [void] @(Read-Source 'Win32_ComputerSystem' @on -Rights Class -Always -With $with -Ask { param($To, $Within) Get-Class $To $Within root/cimv2 Win32_ComputerSystem } -Shape {
            $_ | ForEach-Object { Select-Field $_ Name, DNSHostName, Domain, PartOfDomain, DomainRole, HypervisorPresent, Manufacturer, Model }
        })
    # By WMI, because the service Remote Registry is stopped on most servers and wants administrators.
    [void] @(Read-Source 'Registry' @on -Rights Class -Always -With $with -Ask {
            param($To, $Within)
            $target = Get-CimTarget $To $Within
            $setup = Invoke-CimMethod -Namespace root/default -ClassName StdRegProv -MethodName EnumKey -Arguments @{ hDefKey = [uint32] 2147483650; sSubKeyName = 'SYSTEM\Setup' } @target -ErrorAction Stop
            if ($setup.ReturnValue -ne 0) { throw "The registry answered with code $($setup.ReturnValue) for SYSTEM\Setup." }
            [pscustomobject] @{
                InstallationType          = Get-RegistryText $target 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' InstallationType
                UpgradedBefore            = @($setup.sNames | Where-Object { $_ -like 'Source OS*' }).Count -gt 0
                WebAccessInstalledVersion = Get-RegistryText $target 'SOFTWARE\Microsoft\Terminal Server Web Access\IsInstalled' Version
            }
        } -Shape { $_ | ForEach-Object { Select-Field $_ InstallationType, UpgradedBefore, WebAccessInstalledVersion } })
    # On the server itself: the command refuses servers that are newer than the machine it runs on.
    $features = @(Read-Source 'Get-WindowsFeature' @on -Rights Feature -With $with -Ask {
            param($To)
            Invoke-There $To {
                Import-Module ServerManager -WarningAction SilentlyContinue -ErrorAction Stop
                Get-WindowsFeature -ErrorAction Stop | Where-Object { $_.Installed } | Select-Object Name, Installed
            }
        } -Shape { $_ | ForEach-Object { Select-Field $_ Name, Installed } })
    $featuresKnown = $lastStatus -eq 'ok' -or $lastStatus -eq 'empty'
    [void] @(Read-Source 'Get-OdbcDriver' @on -Rights Class -With $with -Ask {
            param($To, $Within)
            $target = Get-CimTarget $To $Within
            Get-OdbcDriver -Platform '64-bit' @target -ErrorAction Stop
        } -Shape { $_ | ForEach-Object { Select-Field $_ Name, Platform } })
    [void] @(Read-Source 'Cert:\LocalMachine\My' @on -Rights There -With $with -Ask {
            param($To)
            Invoke-There $To {
                $invariant = [Globalization.CultureInfo]::InvariantCulture
                foreach ($certificate in @(Get-ChildItem -LiteralPath Cert:\LocalMachine\My -ErrorAction Stop)) {
                    $told = New-Object PSObject -Property @{ Thumbprint = $certificate.Thumbprint; Subject = $certificate.Subject }
                    # PowerShell 2.0 has no names here, and the text of the extension is in the language of Windows.
                    if ($certificate.PSObject.Properties['DnsNameList']) { $told | Add-Member NoteProperty DnsNames @($certificate.DnsNameList | Where-Object { $_ } | ForEach-Object { if ($_.Unicode) { $_.Unicode } else { $_.Punycode } }) }
                    if ($certificate.PSObject.Properties['EnhancedKeyUsageList']) { $usages = @($certificate.EnhancedKeyUsageList | Where-Object { $_ } | ForEach-Object { $_.ObjectId }) }
                    else { $usages = @($certificate.Extensions | Where-Object { $_.Oid.Value -eq '2.5.29.37' } | ForEach-Object { $_.EnhancedKeyUsages } | ForEach-Object { $_.Value }) }
                    $told | Add-Member NoteProperty EnhancedKeyUsage $usages
                    foreach ($name in 'NotBefore', 'NotAfter') {
                        if ($certificate.$name) { $told | Add-Member NoteProperty $name ($certificate.$name.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", $invariant)) }
                    }
                    if ($certificate.HasPrivateKey -ne $null) { $told | Add-Member NoteProperty HasPrivateKey ([bool] $certificate.HasPrivateKey) }
                    # Looks at the properties of the key and never at the key. Older keys tell it in one way, newer ones in another.
                    $exportable = $null
                    if ($certificate.HasPrivateKey) {
                        try { if ($certificate.PrivateKey.CspKeyContainerInfo) { $exportable = [bool] $certificate.PrivateKey.CspKeyContainerInfo.Exportable } } catch { $exportable = $null }
                        if ($exportable -eq $null) {
                            try {
                                $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)
                                if ($key.Key.ExportPolicy -ne $null) { $exportable = ([int] $key.Key.ExportPolicy -band 3) -ne 0 }
                            }
                            catch { $exportable = $null }
                        }
                    }
                    if ($exportable -ne $null) { $told | Add-Member NoteProperty PrivateKeyExportable $exportable }
                    $told
                }
            }
        } -Shape {
            $_ | ForEach-Object {
                Select-Field $_ Thumbprint, Subject, NotBefore, NotAfter, HasPrivateKey, PrivateKeyExportable -List DnsNames, EnhancedKeyUsage
            }
        })

    $installed = @($features | ForEach-Object { $_.Name })
    $unsure = $null -eq $One.Roles -and -not $featuresKnown
    if ($onlyPlan) { $unsure = $null -eq $One.Roles }
    # Names of roles and of features differ in case only.
    $holds = { $unsure -or $One.Roles -contains $_ -or $installed -contains $_ }
    if ($One.LicenseServer -or ('RDS-LICENSING' | ForEach-Object $holds)) { Read-LicenseServer $on $with }
    if ('RDS-GATEWAY' | ForEach-Object $holds) { Read-Gateway $on $with }
    if ('RDS-WEB-ACCESS' | ForEach-Object $holds) { Read-WebAccess $on $with }
    if ('RDS-VIRTUALIZATION' | ForEach-Object $holds) { Read-VirtualizationHost $on $with }
    if (-not $onlyPlan) { try { Invoke-Worker { param($To) Close-Target $To } @($with[0]) } catch { Write-Verbose "Sessions to $name were not closed." } }
}

function Read-LicenseServer {
    param([hashtable] $On, [object[]] $With)
    # The class also holds names, addresses and ids: they are not asked for.
    [void] @(Read-Source 'Win32_TSLicenseServer' @On -Rights Admin -Always -With $With -Ask {
            param($To, $Within)
            $server = Get-Class $To $Within root/cimv2 Win32_TSLicenseServer @{ Property = 'Version', 'VersionNumber', 'ServerRole' }
            if ($null -eq $server) { return }
            $status = Invoke-CimMethod -InputObject $server -MethodName GetActivationStatus -ErrorAction Stop
            if ($status.ReturnValue) { throw "GetActivationStatus ended with code $($status.ReturnValue)." }
            $server | Select-Object Version, VersionNumber, ServerRole, @{ Name = 'ActivationStatus'; Expression = { $status.ActivationStatus } }
        } -Shape { $_ | ForEach-Object { Select-Field $_ Version, VersionNumber, ServerRole, ActivationStatus } })
    [void] @(Read-Source 'Win32_TSLicenseKeyPack' @On -Rights Admin -With $With -Ask { param($To, $Within) Get-Class $To $Within root/cimv2 Win32_TSLicenseKeyPack } -Shape {
            $_ | ForEach-Object { Select-Field $_ KeyPackId, KeyPackType, ProductType, ProductVersionID, ProductVersion, TotalLicenses, IssuedLicenses }
        })
}

function Read-Gateway {
    param([hashtable] $On, [object[]] $With)
    [void] @(Read-Source 'Win32_TSGatewayServerSettings' @On -Rights Admin -Always -With $With -Ask { param($To, $Within) Get-Class $To $Within root/cimv2/TerminalServices Win32_TSGatewayServerSettings } -Shape {
            $_ | ForEach-Object { Select-Field $_ RequestSOH, CentralCAPEnabled, IsConfigured }
        })
    [void] @(Read-Source 'Win32_TSGatewayLoadBalancer' @On -Rights Admin -With $With -Ask { param($To, $Within) Get-Class $To $Within root/cimv2/TerminalServices Win32_TSGatewayLoadBalancer } -Shape {
            # The documented class has one text with all members.
            $_ | ForEach-Object { if ($_.PSObject.Properties['Servers']) { "$($_.Servers)".Split(';') } else { "$($_.Name)" } } | ForEach-Object { $_.Trim() } | Where-Object { $_ } | ForEach-Object { [pscustomobject] @{ Name = $_ } }
        })
    [void] @(Read-Source 'Win32_TSGatewayConnectionAuthorizationPolicy' @On -Rights Admin -With $With -Ask { param($To, $Within) Get-Class $To $Within root/cimv2/TerminalServices Win32_TSGatewayConnectionAuthorizationPolicy } -Shape {
            $_ | ForEach-Object { Select-Field $_ Name, Enabled, UserGroupNames, ComputerGroupNames, HasNapAttributes }
        })
    [void] @(Read-Source 'Win32_TSGatewayResourceAuthorizationPolicy' @On -Rights Admin -With $With -Ask { param($To, $Within) Get-Class $To $Within root/cimv2/TerminalServices Win32_TSGatewayResourceAuthorizationPolicy } -Shape {
            $_ | ForEach-Object { Select-Field $_ Name, Enabled, UserGroupNames, ResourceGroupName, ResourceGroupType }
        })
}

function Read-WebAccess {
    param([hashtable] $On, [object[]] $With)
    # On the server itself: the share C$ wants administrators. The keys are hashed there and do not travel.
    [void] @(Read-Source 'web.config' @On -Rights There -Always -With $With -Ask {
            param($To)
            Invoke-There $To {
                $xml = New-Object System.Xml.XmlDocument
                $xml.XmlResolver = $null
                $xml.LoadXml([string]::Join("`n", @(Get-Content -LiteralPath ($env:windir + '\Web\RDWeb\Pages\web.config') -ErrorAction Stop)))
                $key = $xml.SelectSingleNode('/configuration/system.web/machineKey')
                $told = New-Object PSObject -Property @{ MachineKey = 'inherited' }
                if ($key -ne $null) {
                    $pair = $key.GetAttribute('validationKey').ToUpperInvariant() + "`n" + $key.GetAttribute('decryptionKey').ToUpperInvariant()
                    $told.MachineKey = 'explicit'
                    if ($pair -match 'AUTOGENERATE' -or $pair.StartsWith("`n") -or $pair.EndsWith("`n")) { $told.MachineKey = 'generated' }
                    else {
                        try { $algorithm = New-Object System.Security.Cryptography.SHA256CryptoServiceProvider } catch { $algorithm = New-Object System.Security.Cryptography.SHA256Managed }
                        $hash = $algorithm.ComputeHash([Text.Encoding]::UTF8.GetBytes($pair))
                        $told | Add-Member NoteProperty MachineKeyHash ([BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant())
                    }
                }
                $told
            }
        } -Shape { $_ | ForEach-Object { Select-Field $_ MachineKey, MachineKeyHash } })
}

function Read-VirtualizationHost {
    param([hashtable] $On, [object[]] $With)
    # On the host itself: the broker need not have the module, and its version fits the host.
    [void] @(Read-Source 'Get-VMHost' @On -Rights HyperV -Always -With $With -Ask {
            param($To)
            Invoke-There $To {
                Import-Module Hyper-V -WarningAction SilentlyContinue -ErrorAction Stop
                Get-VMHost -ErrorAction Stop | Where-Object { $_ -ne $null } | Select-Object VirtualMachineMigrationEnabled, @{ Name = 'VirtualMachineMigrationAuthenticationType'; Expression = { if ($_.VirtualMachineMigrationAuthenticationType -ne $null) { [string] $_.VirtualMachineMigrationAuthenticationType } } }
            }
        } -Shape { $_ | ForEach-Object { Select-Field $_ VirtualMachineMigrationEnabled, VirtualMachineMigrationAuthenticationType } })
    [void] @(Read-Source 'Get-VM' @On -Rights HyperV -With $With -Ask {
            param($To)
            Invoke-There $To {
                Import-Module Hyper-V -WarningAction SilentlyContinue -ErrorAction Stop
                Get-VM -ErrorAction Stop | Where-Object { $_ -ne $null } | Select-Object Name, @{ Name = 'State'; Expression = { if ($_.State -ne $null) { [string] $_.State } } }, @{ Name = 'Version'; Expression = { if ($_.Version -ne $null) { [string] $_.Version } } }
            }
        } -Shape { $_ | ForEach-Object { Select-Field $_ Name, State, Version } })
    [void] @(Read-Source 'Get-VMRemoteFx3dVideoAdapter' @On -Rights HyperV -With $With -Ask {
            param($To)
            Invoke-There $To {
                Import-Module Hyper-V -WarningAction SilentlyContinue -ErrorAction Stop
                Get-VMRemoteFx3dVideoAdapter -VMName * -ErrorAction Stop | Where-Object { $_ -ne $null } | Select-Object VMName
            }
        } -Shape { $_ | ForEach-Object { Select-Field $_ VMName } })
}

# The server of a network path; nothing for a path of another kind.
function Get-FileServer { param([string] $Path) if ($Path -match '\A\\\\([^\\?.][^\\]*)\\') { $Matches[1] } else { '' } }

# Lists a folder of profile disks; opens no file.
function Read-Share {
    param([string] $Location, [string] $Of)
    $fileServer, $skipped = (Get-FileServer $Location), ''
    if (-not $fileServer) { $skipped = 'The location is no network path: it means a disk of each host.' }
    [void] @(Read-Source 'Share' -On $fileServer -Collection $Of -Rights Share -Always -Skipped $skipped -With $Location -Ask {
            param($Location)
            $root = (Get-Item -LiteralPath $Location -ErrorAction Stop).FullName
            $files = @(Get-ChildItem -LiteralPath $root -Recurse -Force -ErrorAction Stop | Where-Object { -not $_.PSIsContainer } | ForEach-Object { $_.FullName.Substring($root.Length).TrimStart([char[]] '\/') })
            [pscustomobject] @{ Location = $Location; Files = $files }
        } -Shape { $_ | ForEach-Object { [pscustomobject] @{ Location = $_.Location; Files = [string[]] @($_.Files | ForEach-Object { Hide-Account $_ } | Sort-Object) } } })
}

# Writing

function Write-Bundle {
    param([string] $Folder, [Collections.IDictionary] $Manifest)
    [void] (New-Item -ItemType Directory -Path $Folder)
    $number = 0
    $sources = @(foreach ($row in $rows) {
            $number++
            if ($row.status -eq 'ok') {
                # Numbers, because names of collections are no names of files.
                $row.file = '{0:000}-{1}.clixml' -f $number, ($row.name -replace '[^A-Za-z0-9._-]+', '-')
                $path = Join-Path $Folder $row.file
                $row.items | Export-Clixml -LiteralPath $path -Depth 3 -Encoding UTF8 -NoClobber
                $row.sha256 = Get-Sha256 ([IO.File]::ReadAllBytes($path))
            }
            $row.Remove('items')
            $row
        })
    $Manifest.sources = $sources
    [IO.File]::WriteAllText((Join-Path $Folder 'manifest.json'), (ConvertTo-Json $Manifest -Depth 5), (New-Object Text.UTF8Encoding $false))
}

# Ends without a bundle.
function Stop-Unusable {
    param([string] $Sentence)
    Write-Host $Sentence
    exit 2
}

# The run

$ownName = Get-OwnName
$skippedServers = Split-Name $SkipServer
$skippedSources = Split-Name $SkipSource

if (-not $OutputPath.Trim()) { $OutputPath = 'rds-inventory-' + $startedAt.ToString('yyyyMMdd-HHmmss', $invariant) }
# .NET has a current folder of its own, and the current place may be no folder but a registry key.
$provider, $drive, $folder = $null, $null, ''
try { $folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath, [ref] $provider, [ref] $drive) } catch { Write-Verbose (Get-PlainMessage $_) }
if (-not $folder -or $provider.Name -ne 'FileSystem') { Stop-Unusable "$OutputPath is no path of a folder; name one with -OutputPath." }
if (Test-Path -LiteralPath $folder) { Stop-Unusable "$folder exists, and nothing is ever overwritten; name a new folder with -OutputPath." }
$folder = $folder.TrimEnd([char[]] '\/')
# What Windows takes in no name.
if ([IO.Path]::GetFileName($folder) -match '[*?"<>|:]') { Stop-Unusable "$OutputPath is no path of a folder; name one with -OutputPath." }
if (-not (Test-Path -LiteralPath (Split-Path -Parent $folder) -PathType Container)) { Stop-Unusable "The folder that shall hold $folder does not exist; make it first, or name another one with -OutputPath." }
if ($Standalone -and $ConnectionBroker) { Stop-Unusable 'With -Standalone there is no connection broker; leave one of -Standalone and -ConnectionBroker out.' }
foreach ($name in Split-Name $Server) { if (-not (Test-ServerName $name)) { Stop-Unusable "-Server $name is no name of a server; name each one, without wildcards, with commas between them." } }
if ($ConnectionBroker.Trim() -and -not (Test-ServerName $ConnectionBroker.Trim())) { Stop-Unusable "-ConnectionBroker $ConnectionBroker is no name of a server; name one broker in full." }
# A comma may be part of a path; one before the start of another path is not.
$destinations = @($ProfileDiskDestination | ForEach-Object { $_ -split ',\s*(?=\\\\|[A-Za-z]:\\)' } | ForEach-Object { $_.Trim() } | Where-Object { $_ })
if ($destinations.Count -gt 0 -and -not $IncludeProfileDiskListing) { Stop-Unusable '-ProfileDiskDestination lists folders; add -IncludeProfileDiskListing.' }
foreach ($path in $destinations) { if (-not (Get-FileServer $path)) { Stop-Unusable "-ProfileDiskDestination $path is no network path such as \\FS02\upd; name one that this machine can list." } }
if ($Standalone -and $IncludeProfileDiskListing -and $destinations.Count -eq 0) { Write-Warning '-IncludeProfileDiskListing lists nothing: without a deployment no location of profile disks is known. Name folders with -ProfileDiskDestination.' }

$elevated = $null
try { $elevated = (New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator) }
catch { Write-Verbose 'Whether this session is elevated could not be told.' }
if ($elevated -eq $false) { Write-Warning 'This session is not elevated: most questions will fail. Start PowerShell with "Run as administrator" and run the script again.' }

$state = $null
$locations = @()
if ($Standalone) { Add-Server $ownName }
else {
    $state = Read-Deployment
    $locations = @(Read-Broker $state)
}
foreach ($name in Split-Name $Server) { Add-Server (Get-FullName $name) }
foreach ($one in @($servers)) { Read-Server $one }
if ($IncludeProfileDiskListing) {
    if ($onlyPlan -and -not $Standalone) { $locations = @(@{ Collection = '<each collection with profile disks>'; Location = '\\<its location>\' }) }
    foreach ($one in $locations) { Read-Share $one.Location $one.Collection }
    foreach ($path in $destinations) { Read-Share $path '' }
}
Write-Progress -Activity 'Asking' -Completed

# One line for each reason: a server that does not answer has one for all of its questions.
foreach ($group in @($rows | Where-Object { $_.status -eq 'failed' } | Group-Object { "$($_['server'])|$($_['collection'])|$($_.message)" })) {
    $row = $group.Group[0]
    $where = @($group.Group | ForEach-Object { $_.name } | Select-Object -Unique) -join ', '
    if ($row['collection']) { $where += " of collection $($row.collection)" }
    if ($row['server']) { $where += " on $($row.server)" }
    Write-Host "failed: ${where}: $($row.message)"
}

foreach ($name in $skippedSources) { if (-not $knownSources[$name]) { Write-Warning "-SkipSource $name left nothing out: no question has that name. -WhatIf prints the names." } }
# A plan does not know the file servers.
foreach ($name in $skippedServers) {
    if (@($knownServers.Keys | Where-Object { Test-SameName $_ $name }).Count -gt 0 -or ($onlyPlan -and $IncludeProfileDiskListing)) { continue }
    Write-Warning "-SkipServer $name left nothing out: no server that is asked has that name. -WhatIf prints the names."
}

$count = @{ ok = 0; empty = 0; failed = 0; skipped = 0 }
foreach ($row in $rows) { $count[$row.status]++ }
$advice = 'Run the script in an elevated PowerShell on the active connection broker.'
if ($Standalone) { $advice = 'Run the script in an elevated PowerShell, and name the servers with -Server.' }
if ($count.ok + $count.empty -eq 0 -and -not ($onlyPlan -and $Standalone)) { Stop-Unusable "No question was answered, and nothing was written. $advice" }
if ($onlyPlan) { exit 0 }

$manifest = [ordered] @{
    bundleVersion = 1
    collector     = [ordered] @{ name = 'Export-RdsInventory'; version = $version }
    collectedAt   = $startedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", $invariant)
    collectedOn   = $ownName
}
if ($null -ne $elevated) { $manifest.elevated = [bool] $elevated }
$manifest.powerShell = "$($PSVersionTable.PSVersion)"
$manifest.culture = (Get-Culture).Name
if ($Standalone) { $manifest.standalone = $true } else { $manifest.connectionBroker = $state.Broker }

try { Write-Bundle $folder $manifest }
catch {
    $problem = Get-PlainMessage $_
    if (Test-Path -LiteralPath $folder) { Stop-Unusable "$folder is not whole and of no use; delete it, and name another one with -OutputPath: $problem" }
    Stop-Unusable "$folder could not be made; name another one with -OutputPath: $problem"
}
$leaf = [IO.Path]::GetFileName($folder)
if ($leaf -notmatch '\A[\w.-]+\z') { $leaf = "`"$leaf`"" }

Write-Host ''
Write-Host 'Status   Sources'
Write-Host '------   -------'
foreach ($status in 'ok', 'empty', 'failed', 'skipped') { Write-Host ('{0,-8} {1,7}' -f $status, $count[$status]) }
Write-Host ''
Write-Host "Written: $folder"
Write-Host "Next, on any machine with rds-lint: rds-lint collect $leaf -o inventory.json"
if ($count.failed -gt 0) { exit 3 }
exit 0
