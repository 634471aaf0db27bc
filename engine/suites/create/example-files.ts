export interface ExampleFile {
	readonly path: string;
	readonly text: string;
	readonly executable: boolean;
}

/** A small suite that runs anywhere: a script, a measurement with a bar, and a test that makes the case fail. */
export function exampleFiles(id: string): ExampleFile[] {
	return [
		{ path: 'suite.yaml', text: manifest(id), executable: false },
		{ path: 'steps/count-files.sh', text: SCRIPT, executable: true },
		{ path: 'test.sh', text: TEST, executable: true },
	];
}

function manifest(id: string): string {
	return `schema: shipei.suite/1
id: ${id}
version: 0.1.0
title: {zh: 示例套件, en: Example suite}
category: os
timeout: 5m

params:
  folder:
    type: directory
    default: /etc
    title: {zh: 要检查的目录, en: Folder to look at}
  least:
    type: integer
    default: 1
    min: 1
    title: {zh: 最少文件数, en: Least number of files}

cases:
  - id: folder-has-files
    title: {zh: 目录中有文件, en: The folder holds files}
    level: must
    timeout: 1m
    estimate: 1s
    steps:
      - script: steps/count-files.sh
        args: ['\${params.folder}']
        exits:
          3: {failed: {zh: 目录不存在, en: The folder is not there}, code: no-folder}
        expect:
          json:
            path: files
            min: \${params.least}
            otherwise:
              code: too-few-files
              text: {zh: 文件太少, en: There are too few files}
    onFail:
      - run: [ls, -la, /]

  - id: linux
    title: {zh: 这是一台 Linux 主机, en: This is a Linux host}
    level: must
    steps:
      - run: [uname, -s]
        expect: {stdout: {equals: Linux}}
`;
}

const SCRIPT = `#!/bin/sh
# Prints how many entries a folder has, as JSON. The result is an effect that the manifest judges, not an exit code.
set -eu
folder=$1
[ -d "$folder" ] || exit 3
count=0
for entry in "$folder"/* "$folder"/.[!.]*; do
	[ -e "$entry" ] && count=$((count + 1))
done
printf '{"files": %d}\\n' "$count"
`;

const TEST = `#!/bin/sh
# Proves that the script can fail: an empty folder counts 0 files, a missing one exits 3. Run it with: sh test.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
empty=$(mktemp -d)
trap 'rmdir "$empty"' EXIT

[ "$(sh "$here/steps/count-files.sh" "$empty")" = '{"files": 0}' ] || { echo 'an empty folder should count 0'; exit 1; }
if sh "$here/steps/count-files.sh" "$empty/none"; then echo 'a missing folder should fail'; exit 1; fi
[ "$(sh "$here/steps/count-files.sh" "$here")" = '{"files": 3}' ] || { echo 'this folder should count 3'; exit 1; }
echo 'all good'
`;
