; The installer for Windows, made by Inno Setup 6.3 or newer after `pyinstaller build.spec`:
;
;     iscc /DVersion=0.1.0 resources\packaging\windows\oxydesk.iss
;
; It installs for the person who runs it, asks for no administrator, and replaces an older version in its place.
; The store's book lies in %LOCALAPPDATA%\Oxydesk, which is neither installed nor ever removed: there is no
; [UninstallDelete] here, and there must be none.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0
#endif
#define Root "..\..\.."

[Setup]
AppId={{7C1E6E0B-6C0B-4B7B-9C55-0E6C3D9B1A42}
AppName=Oxydesk
AppVersion={#Version}
AppPublisher=The Oxydesk founders
PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\Oxydesk
DisableDirPage=yes
DisableProgramGroupPage=yes
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\icons\oxydesk.ico
UninstallDisplayIcon={app}\Oxydesk.exe
UninstallDisplayName=Oxydesk
OutputDir={#Root}\dist
OutputBaseFilename=Oxydesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
; Asks to close a window that is open, which backs the book up as it closes.
CloseApplications=yes
; Signing is left off. With a certificate: SignTool=yours, and a tool of that name in Inno Setup's own settings.

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\Oxydesk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\Oxydesk"; Filename: "{app}\Oxydesk.exe"
Name: "{userdesktop}\Oxydesk"; Filename: "{app}\Oxydesk.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\Oxydesk.exe"; Description: "{cm:LaunchProgram,Oxydesk}"; Flags: nowait postinstall skipifsilent
