#!/bin/sh
# Sees to it that the tests of the report find a browser: one that is there, or Debian's where it may be installed.
# Where it may not, the tests say that they were skipped (and fail where CI=true).
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "No Chromium found: the tests of the HTML report will be skipped. Install Debian's package chromium." >&2
    exit 0
fi
echo "Installing Chromium for the tests of the HTML report (once) ..." >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null 2>&1
apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 || echo "Chromium could not be installed." >&2
exit 0
