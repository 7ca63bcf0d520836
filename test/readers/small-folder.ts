import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A valid folder with every table: two municipalities, two districts, Malmö; indicators of and beyond the codebook. */
export const valid = {
  'units.csv': `unit,name,municipality,lan,kommungrupp,socioek,invanare,folkmangd,andel
0114,Upplands Väsby,0114,Stockholms län,A2,2,3,43891,24.5
0115,Vallentuna,0115,Stockholms län,A2,1,3,32380,
0180-bromma,Bromma,0180,Stockholms län,A1,,5,,19.25
1280,Malmö,1280,Skåne län,A1,4,5,328494,21
1280-vaster,Malmö Väster,1280,Skåne län,A1,4,5,328494,21
`,
  'indicators.csv': `indicator,area,label,type,better,row,kolada
ao-audit,aldreomsorg,AUDIT,binary,higher,Alkohol/droger,U20485
ao-dudit,aldreomsorg,DUDIT,binary,higher,Alkohol/droger,U20486
ao-audit-dudit-2016,aldreomsorg,AUDIT/DUDIT,ordinal,higher,Alkohol/droger,
ao-isu-ordinart,aldreomsorg,ISU,ordinal,higher,,
ao-ht-vardplanering,aldreomsorg,Vårdplanering,share,higher,,U21571
egen-ja,skola,En egen fråga,binary,higher,,
egen-andel,skola,En andel,share,lower,,
egen-antal,skola,Ett antal,count,lower,,
egen-skala,skola,En skala,ordinal,higher,,
`,
  'answers.csv': `unit,year,indicator,answer,reason
0114,2017,ao-audit,Ja,
0115,2017,ao-audit,Nej,
0180-bromma,2017,ao-audit,,bortfall
0114,2016,ao-audit-dudit-2016,Delvis,
0114,2016,ao-ht-vardplanering,87.5,
0114,2018,egen-andel,12.5,
0115,2018,egen-andel,40,
0114,2018,egen-skala,3,
0114,2018,egen-antal,17,
`,
  'survey.csv': `unit,area,quality_development,not_used
0114,aldreomsorg,1,0
0115,aldreomsorg,0,1
0180-bromma,aldreomsorg,0,0
1280,skola,,
`,
  'care-units.csv': `care_unit,unit,year,kind,measure,value
0114-sb-01,0114,2016,sarskilt-boende,sjukskoterskor-vardag,0.045
0114-sb-01,0114,2017,sarskilt-boende,sjukskoterskor-vardag,0.05
0114-sb-02,0114,2016,demens,sjukskoterskor-vardag,
`,
  'about.json': `{
  "title": "Ett litet exempel",
  "notes": [{ "sv": "en not", "en": "a note" }],
  "sources": ["påhittat"]
}
`,
} as const;

/** What `use` makes of a new folder with these files, below the system's temporary one; it is taken away afterwards. */
export function withFolder<T>(files: Files, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'oj-readers-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The valid folder with some files replaced; null leaves one out. */
export function changed(changes: Readonly<Record<string, string | Uint8Array | null>>): Files {
  const files: Record<string, string | Uint8Array> = { ...valid };
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) delete files[name];
    else files[name] = content;
  }
  return files;
}

/** The valid folder with lines added to the end of one file; the first new line is row `nextRow(file)`. */
export const withLines = (file: keyof typeof valid, ...lines: string[]): Files =>
  changed({ [file]: valid[file] + lines.join('\n') + '\n' });

/** The row, as a spreadsheet numbers it, of the first line added to a file of the valid folder. */
export const nextRow = (file: keyof typeof valid): number => valid[file].split('\n').length;

/** The valid folder with a piece of one file replaced; the piece must be there. */
export function replaced(file: keyof typeof valid, piece: string, by: string): Files {
  if (!valid[file].includes(piece)) throw new Error(`${file} has no ${piece}`);
  return changed({ [file]: valid[file].replace(piece, by) });
}
