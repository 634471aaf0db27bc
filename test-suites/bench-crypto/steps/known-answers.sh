#!/bin/sh
# Known answers of the system's OpenSSL (or Tongsuo): SM3 of "abc" (GB/T 32905), SM4 example 1 (GB/T 32907), and an SM2
# signature made and verified with the standard's default id. Exit 3: a wrong answer, 4: the algorithm is not there.
set -eu
openssl version
expect() { if [ "$2" = "$3" ]; then echo "$1 right"; else echo "$1 wrong: $2, expected $3"; exit 3; fi; }

case $1 in
	sm3)
		found=$(printf abc | openssl dgst -sm3 -r 2>/dev/null | cut -d' ' -f1) || exit 4
		expect sm3 "$found" 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0 ;;
	sm4)
		key=0123456789abcdeffedcba9876543210
		found=$(printf '\001\043\105\147\211\253\315\357\376\334\272\230\166\124\062\020' |
			openssl enc -sm4-ecb -K $key -nopad 2>/dev/null | od -An -tx1 | tr -d ' \n') || exit 4
		[ -n "$found" ] || exit 4
		expect sm4 "$found" 681edf34d206965e86b3e94f536e4246 ;;
	sm2)
		openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 -pkeyopt ec_param_enc:named_curve -out key.pem 2>/dev/null || exit 4
		openssl pkey -in key.pem -pubout -out public.pem
		printf abc > message
		# OpenSSL 3 and Tongsuo 8.4 call the signer's name distid, BabaSSL and Tongsuo 8.3 sm2_id.
		for name in distid sm2_id ''; do
			[ -n "$name" ] || exit 4
			openssl dgst -sm3 -sign key.pem -sigopt $name:1234567812345678 -out signature message 2>/dev/null && break
		done
		found=$(openssl dgst -sm3 -verify public.pem -sigopt $name:1234567812345678 -signature signature message 2>&1 || true)
		expect sm2 "$found" "Verified OK"
		printf abd > message
		found=$(openssl dgst -sm3 -verify public.pem -sigopt $name:1234567812345678 -signature signature message 2>&1 | head -1 || true)
		expect sm2-altered "$found" "Verification failure" ;;
	*) echo "expected sm2, sm3 or sm4"; exit 2 ;;
esac
