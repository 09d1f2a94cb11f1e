#!/bin/sh
# Installs this folder's Oxydesk for you alone; nobody has to be administrator:
#
#     sh install.sh            copies it to ~/.local/opt/oxydesk, with an entry in the menu and the command `oxydesk`
#     sh install.sh --remove   takes all of that away again
#
# A new version is installed the same way, over the old one; close Oxydesk first. The store's book lies elsewhere
# (~/.local/share/Oxydesk) and is never touched.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
program=$HOME/.local/opt/oxydesk
door=$HOME/.local/bin/oxydesk
entry=$data/applications/oxydesk.desktop

remove() {
    rm -rf "$program"
    rm -f "$entry"
    if [ -L "$door" ]; then rm -f "$door"; fi
    for icon in "$data"/icons/hicolor/*/apps/oxydesk.png "$data/icons/hicolor/scalable/apps/oxydesk.svg"; do
        rm -f "$icon"
    done
}

case "${1:-}" in
"")
    if [ "$here" = "$program" ]; then echo "This one is installed already." >&2; exit 1; fi
    if [ -e "$door" ] && [ ! -L "$door" ]; then echo "$door is something else; nothing was installed." >&2; exit 1; fi
    mkdir -p "$HOME/.local/opt" "$HOME/.local/bin" "$data/applications" "$data/icons/hicolor"
    rm -rf "$program.new"
    cp -R -P -p "$here" "$program.new"
    remove
    mv "$program.new" "$program"
    cp -R "$program/share/icons/hicolor/." "$data/icons/hicolor/"
    while IFS= read -r line; do
        if [ "$line" = "Exec=Oxydesk" ]; then line="Exec=\"$program/Oxydesk\""; fi
        printf '%s\n' "$line"
    done <"$program/share/applications/oxydesk.desktop" >"$entry"
    ln -s "$program/oxydesk-door" "$door"
    echo "Oxydesk is in your menu, and in a terminal as 'oxydesk' (if ~/.local/bin is on your PATH)."
    ;;
--remove)
    remove
    echo "Oxydesk is removed. The store's book and its backups are where they were."
    ;;
*)
    echo "sh install.sh installs, sh install.sh --remove removes." >&2
    exit 2
    ;;
esac
