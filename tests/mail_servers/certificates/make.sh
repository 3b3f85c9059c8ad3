#!/bin/sh
# Makes the certificates of the tests anew: an authority of our own, and what it vouches for. They were valid long before
# they were made, for the machine that runs the tests may live in the past.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
touch "$work/index.txt"
cat >"$work/ca.conf" <<CONF
[ca]
default_ca = ours
[ours]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
CONF
key() { openssl req -new -newkey rsa:2048 -nodes -config "$work/ca.conf" -subj "/CN=$1" -keyout "$2.key" -out "$2.csr"; }
sign() { openssl ca -batch -notext -config "$work/ca.conf" -startdate 20200101000000Z -in "$work/request.csr" "$@"; }

key "Tests of a town" "$work/request"
sign -selfsign -keyfile "$work/request.key" -enddate 21260101000000Z -extensions authority -out authority.pem
mv "$work/request.key" "$work/authority.key"

make() { # file, subject alternative names, end
    key "$1" "$work/request"
    printf 'subjectAltName = %s\n' "$2" >"$work/names"
    sign -cert authority.pem -keyfile "$work/authority.key" -enddate "$3" -extfile "$work/names" -out "$work/crt"
    cat "$work/crt" "$work/request.key" >"$1.pem"
}
make here "DNS:localhost,IP:127.0.0.1" 21260101000000Z
make elsewhere "DNS:mail.example.net" 21260101000000Z
make expired "DNS:localhost,IP:127.0.0.1" 20210101000000Z
