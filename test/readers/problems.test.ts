import { describe, expect, test } from 'vitest';
import { formatProblems } from '../../data/problems.js';
import { InputError } from '../../data/problems.js';
import { checkDataFolder, readDataFolder } from '../../data/readers/canonical.js';
import { changed, nextRow, replaced, valid, withFolder, withLines, type Files } from './small-folder.js';

interface Case {
  title: string;
  files: Files;
  severity?: 'warning';
  code: string;
  file: string;
  row: number | null;
  column: string | null;
  found?: string | RegExp;
  cure: RegExp;
}

const a = nextRow('answers.csv');
const u = nextRow('units.csv');
const i = nextRow('indicators.csv');
const s = nextRow('survey.csv');
const c = nextRow('care-units.csv');
const u1 = 'units.csv';
const i1 = 'indicators.csv';
const a1 = 'answers.csv';
const s1 = 'survey.csv';
const c1 = 'care-units.csv';
const answer = (line: string): Files => withLines(a1, line);
const care = (...lines: string[]): Files => withLines(c1, ...lines);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const district = '0180-x,X,0180,l,A1,1,1';

// prettier-ignore
const cases: Case[] = [
  // files and encodings
  { title: 'a missing required file', files: changed({ [a1]: null, [c1]: null }), code: 'missing-file', file: a1, row: null, column: null, cure: /add the file/ },
  { title: 'indicators missing beside answers', files: changed({ [i1]: null }), code: 'missing-file', file: i1, row: null, column: null, cure: /add the file/ },
  { title: 'a required file under a nearly right name', files: changed({ [u1]: null, 'Units.xlsx': 'x' }), code: 'missing-file', file: u1, row: null, column: null, found: /Units\.xlsx/, cure: /save it as CSV UTF-8/ },
  { title: 'an empty file', files: changed({ [s1]: '' }), code: 'empty-file', file: s1, row: null, column: null, cure: /header row/ },
  { title: 'a file of blanks', files: changed({ [s1]: '\ufeff \n\n' }), code: 'empty-file', file: s1, row: null, column: null, cure: /header row/ },
  { title: 'an empty first row', files: changed({ [s1]: `;;;\n${valid[s1]}` }), code: 'empty-header', file: s1, row: 1, column: null, cure: /row 1/ },
  { title: 'Windows-1252', files: changed({ [u1]: latin1(valid[u1]) }), code: 'not-utf8', file: u1, row: 2, column: 'name', found: '"Upplands Vä", ending in byte 0xE4 (ä in Windows-1252 and Latin-1)', cure: /CSV UTF-8/ },
  { title: 'Windows-1252 after semicolons and CR', files: changed({ [u1]: latin1(valid[u1].replaceAll(',', ';').replaceAll('\n', '\r').replaceAll('ä', 'a')) }), code: 'not-utf8', file: u1, row: 5, column: 'name', found: /^"Malmö", ending/, cure: /CSV UTF-8/ },
  { title: 'Windows-1252 in the header', files: changed({ [u1]: latin1(valid[u1].replace('andel', 'kön').replaceAll(/[äöå](?!n,|n\n)/g, 'a')) }), code: 'not-utf8', file: u1, row: 1, column: 'kön', cure: /CSV UTF-8/ },
  { title: 'Windows-1252 after replacement characters that the file itself holds', files: changed({ [u1]: Buffer.concat([Buffer.from(valid[u1].split('Malmö')[0]!.replace('Vallentuna', '\ufffd\ufffdx\ufffd')), latin1('Malmö' + valid[u1].split('Malmö')[1]!)]) }), code: 'not-utf8', file: u1, row: 5, column: 'name', found: '"Malmö", ending in byte 0xF6 (ö in Windows-1252 and Latin-1)', cure: /CSV UTF-8/ },
  { title: 'UTF-16 with a mark', files: changed({ [a1]: Buffer.from('\ufeff' + valid[a1], 'utf16le') }), code: 'not-utf8', file: a1, row: 1, column: null, found: /UTF-16/, cure: /CSV UTF-8/ },
  { title: 'UTF-16 without a mark', files: changed({ [a1]: Buffer.from(valid[a1], 'utf16le') }), code: 'not-utf8', file: a1, row: 1, column: null, found: /UTF-16/, cure: /CSV UTF-8/ },
  { title: 'big-endian UTF-16', files: changed({ [a1]: Buffer.from('\ufeff' + valid[a1], 'utf16le').swap16() }), code: 'not-utf8', file: a1, row: 1, column: null, found: /UTF-16/, cure: /CSV UTF-8/ },
  { title: 'a workbook by another name', files: changed({ [a1]: Buffer.from('PK\u0003\u0004rest') }), code: 'not-text', file: a1, row: 1, column: null, found: /xlsx/, cure: /CSV UTF-8/ },
  { title: 'a zero byte', files: changed({ [a1]: valid[a1] + '0115,2018,egen-ja,Ja\0,\n' }), code: 'not-text', file: a1, row: 1, column: null, found: /zero byte/, cure: /CSV UTF-8/ },
  { title: 'broken JSON', files: changed({ 'about.json': '{\n  "title": "x",\n}\n' }), code: 'broken-json', file: 'about.json', row: 3, column: null, cure: /no comma after the last/ },
  { title: 'JSON that is no object', files: changed({ 'about.json': '["x"]' }), code: 'broken-json', file: 'about.json', row: null, column: null, cure: /braces/ },
  { title: 'a field of about.json of another form', files: changed({ 'about.json': '{"synthetic": "yes"}' }), code: 'about-field', file: 'about.json', row: null, column: 'synthetic', found: /yes/, cure: /correct the field/ },

  // CSV
  { title: 'a quote that is never closed', files: replaced(u1, 'Vallentuna', '"Vallentuna'), code: 'wrong-quote', file: u1, row: 3, column: null, cure: /close the quote/ },
  { title: 'text after a closing quote', files: replaced(u1, 'Vallentuna', '"Vallen"tuna'), code: 'wrong-quote', file: u1, row: 3, column: null, cure: /double it/ },
  { title: 'too many cells', files: answer('0115,2018,egen-skala,0,45,'), code: 'cell-count', file: a1, row: a, column: null, found: '6 cells', cure: /decimals with a point/ },
  { title: 'a decimal comma among commas, with an empty cell after it', files: replaced(u1, '43891,24.5', '43891,5,'), code: 'cell-count', file: u1, row: 2, column: null, found: '10 cells', cure: /decimals with a point/ },
  { title: 'something below an empty cell at the end of the header', files: changed({ [s1]: valid[s1].replaceAll(/$/gm, ',').replace('0114,aldreomsorg,1,0,', '0114,aldreomsorg,1,0,x') }), code: 'cell-count', file: s1, row: 2, column: null, found: '5 cells', cure: /in quotes/ },
  { title: 'too few cells', files: answer('0115,2018,egen-skala,3'), code: 'cell-count', file: a1, row: a, column: null, found: '4 cells', cure: /missing cells/ },
  { title: 'too few cells of a unit that other files name', files: replaced(u1, ',43891,24.5', ',43891'), code: 'cell-count', file: u1, row: 2, column: null, cure: /missing cells/ },
  { title: 'too many cells of an indicator that answers name', files: replaced(i1, 'AUDIT,binary', 'AUDIT,x,binary'), code: 'cell-count', file: i1, row: 2, column: null, cure: /in quotes/ },
  { title: 'an empty row between others', severity: 'warning', files: answer(',,,,\n0115,2018,egen-skala,3,'), code: 'empty-row', file: a1, row: a, column: null, cure: /take the row away/ },

  // columns
  { title: 'a missing column with a near name', files: replaced(a1, 'unit,', 'unit_id,'), code: 'missing-column', file: a1, row: 1, column: 'unit', found: 'the columns unit_id, year, indicator, answer, reason', cure: /rename column unit_id to unit/ },
  { title: 'a missing column in another tongue', files: replaced(a1, 'indicator,', 'indikator,'), code: 'missing-column', file: a1, row: 1, column: 'indicator', cure: /rename column indikator to indicator/ },
  { title: 'a missing column with no near name', files: changed({ [s1]: 'unit,area,not_used\n0114,aldreomsorg,1\n' }), code: 'missing-column', file: s1, row: 1, column: 'quality_development', cure: /add a column quality_development/ },
  { title: 'a column that stands twice', files: replaced(u1, 'folkmangd,andel', 'Andel,andel'), code: 'duplicate-column', file: u1, row: 1, column: 'andel', found: /columns 8 and 9/, cure: /rename one/ },
  { title: 'an unknown column', severity: 'warning', files: changed({ [s1]: 'unit,area,quality_development,not_used,kommentar\n0114,aldreomsorg,1,0,hej\n' }), code: 'unknown-column', file: s1, row: 1, column: 'kommentar', cure: /ignored/ },
  { title: 'a column without a name that holds something', severity: 'warning', files: changed({ [s1]: ',unit,area,quality_development,not_used\n1,0114,aldreomsorg,1,0\n' }), code: 'unnamed-column', file: s1, row: 2, column: null, found: /column 1/, cure: /name the column/ },
  { title: 'a covariate that is text', severity: 'warning', files: replaced(u1, '43891', '..'), code: 'text-covariate', file: u1, row: 2, column: 'folkmangd', found: '".."', cure: /leave the cell empty/ },

  // units
  { title: 'a header without units', files: changed({ [u1]: valid[u1].split('\n')[0]! + '\n', [a1]: null, [s1]: null, [c1]: valid[c1].split('\n')[0]! }), code: 'no-rows', file: u1, row: null, column: null, cure: /one row for each/ },
  { title: 'a unit that stands twice', files: withLines(u1, '0114,Upplands Väsby,0114,l,A2,2,3,,'), code: 'duplicate-unit', file: u1, row: u, column: 'unit', found: /row 2 has already/, cure: /take row 7 or row 2 away/ },
  { title: 'an empty unit code', files: withLines(u1, ',X,0180,l,A1,1,1,,'), code: 'empty-code', file: u1, row: u, column: 'unit', cure: /write the code/ },
  { title: 'an empty municipality', files: withLines(u1, '0180-x,X,,l,A1,1,1,,'), code: 'empty-code', file: u1, row: u, column: 'municipality', cure: /write the code/ },
  { title: 'a unit code without its zero', files: withLines(u1, '117,Österåker,0117,l,A2,1,1,,'), code: 'lost-leading-zero', file: u1, row: u, column: 'unit', found: '"117"', cure: /write 0117 / },
  { title: 'a unit code without its zero that the answers have with it', files: changed({ [u1]: valid[u1] + '117,Österåker,0117,l,A2,1,1,,\n', [a1]: valid[a1] + '0117,2018,egen-ja,Ja,\n117,2017,egen-ja,Ja,\n' }), code: 'lost-leading-zero', file: u1, row: u, column: 'unit', cure: /write 0117 / },
  { title: 'a district code without its zero', files: withLines(u1, '180-x,X,0180,l,A1,1,1,,'), code: 'lost-leading-zero', file: u1, row: u, column: 'unit', cure: /write 0180-x / },
  { title: 'a municipality without its zero', files: withLines(u1, '0180-x,X,180,l,A1,1,1,,'), code: 'lost-leading-zero', file: u1, row: u, column: 'municipality', cure: /write 0180 / },
  { title: 'a unit without a name', severity: 'warning', files: withLines(u1, `${district.replace(',X,', ',,')},,`), code: 'empty-name', file: u1, row: u, column: 'name', cure: /write the name/ },

  // indicators
  { title: 'a header without indicators', severity: 'warning', files: changed({ [i1]: valid[i1].split('\n')[0]!, [a1]: null, [s1]: null }), code: 'no-rows', file: i1, row: null, column: null, cure: /one row for each/ },
  { title: 'an indicator that stands twice', files: withLines(i1, 'egen-ja,skola,Igen,binary,higher,,'), code: 'duplicate-indicator', file: i1, row: i, column: 'indicator', found: /row 7 has already/, cure: /or row 7 away/ },
  { title: 'an empty indicator', files: withLines(i1, ',skola,Igen,binary,higher,,'), code: 'empty-code', file: i1, row: i, column: 'indicator', cure: /write the indicator/ },
  { title: 'an empty area of an indicator', files: withLines(i1, 'ny,,Ny,binary,higher,,'), code: 'empty-area', file: i1, row: i, column: 'area', cure: /write the area/ },
  { title: 'an indicator without a label', severity: 'warning', files: withLines(i1, 'ny,skola,,binary,higher,,'), code: 'empty-name', file: i1, row: i, column: 'label', cure: /write the label/ },
  { title: 'an unknown type', files: withLines(i1, 'ny,skola,Ny,binery,higher,,'), code: 'unknown-type', file: i1, row: i, column: 'type', cure: /write binary/ },
  { title: 'an unknown direction', files: withLines(i1, 'ny,skola,Ny,binary,up,,'), code: 'unknown-better', file: i1, row: i, column: 'better', cure: /write one of them/ },
  { title: 'another type than the codebook has', severity: 'warning', files: replaced(i1, 'AUDIT,binary', 'AUDIT,count'), code: 'differs-from-codebook', file: i1, row: 2, column: 'type', cure: /the codebook holds/ },
  { title: 'another direction than the codebook has', severity: 'warning', files: replaced(i1, 'AUDIT,binary,higher', 'AUDIT,binary,lower'), code: 'differs-from-codebook', file: i1, row: 2, column: 'better', cure: /the codebook holds/ },
  { title: 'another area than the codebook has', severity: 'warning', files: replaced(i1, 'ao-audit,aldreomsorg', 'ao-audit,skola'), code: 'differs-from-codebook', file: i1, row: 2, column: 'area', cure: /the codebook holds/ },
  { title: 'another kind than the codebook has', severity: 'warning', files: changed({ [i1]: valid[i1].replace(/$/gm, ',').replace(/^indicator.*/, '$&kind').replace(/^(ao-audit,.*)$/m, '$1resultat').trimEnd() + '\n' }), code: 'differs-from-codebook', file: i1, row: 2, column: 'kind', cure: /the codebook holds/ },
  { title: 'an unknown kind of an indicator', severity: 'warning', files: changed({ [i1]: valid[i1].replace(/$/gm, ',').replace(/^indicator.*/, '$&kind').replace(/^(egen-ja,.*)$/m, '$1proces').trimEnd() + '\n' }), code: 'unknown-indicator-kind', file: i1, row: 7, column: 'kind', cure: /write process/ },

  // answers: keys
  { title: 'a header without answers', severity: 'warning', files: changed({ [a1]: valid[a1].split('\n')[0]! }), code: 'no-rows', file: a1, row: null, column: null, cure: /one row for each/ },
  { title: 'an answer of an unknown unit', files: answer('0141,2018,egen-ja,Ja,'), code: 'unknown-unit', file: a1, row: a, column: 'unit', found: '"0141"', cure: /write 0114 if that is meant/ },
  { title: 'an answer of a unit that is like none', files: answer('2584,2018,egen-ja,Ja,'), code: 'unknown-unit', file: a1, row: a, column: 'unit', cure: /^add the unit to units\.csv/ },
  { title: 'an answer of a unit without its zero', files: answer('114,2018,egen-ja,Ja,'), code: 'lost-leading-zero', file: a1, row: a, column: 'unit', cure: /write 0114 / },
  { title: 'an answer of a district without its zero', files: answer('180-bromma,2018,egen-ja,Ja,'), code: 'lost-leading-zero', file: a1, row: a, column: 'unit', cure: /write 0180-bromma / },
  { title: 'an answer without a unit', files: answer(',2018,egen-ja,Ja,'), code: 'empty-code', file: a1, row: a, column: 'unit', cure: /write the code/ },
  { title: 'an answer to an unknown indicator', files: answer('0115,2018,egen-jo,Ja,'), code: 'unknown-indicator', file: a1, row: a, column: 'indicator', cure: /write egen-ja if that is meant/ },
  { title: 'an answer without an indicator', files: answer('0115,2018,,Ja,'), code: 'empty-code', file: a1, row: a, column: 'indicator', cure: /write the id/ },
  { title: 'a year of two digits', files: answer('0115,18,egen-ja,Ja,'), code: 'not-a-year', file: a1, row: a, column: 'year', found: '"18"', cure: /four digits/ },
  { title: 'a year with decimals', files: answer('0115,2018.0,egen-ja,Ja,'), code: 'not-a-year', file: a1, row: a, column: 'year', cure: /four digits/ },
  { title: 'a year before 1990', files: answer('0115,1989,egen-ja,Ja,'), code: 'not-a-year', file: a1, row: a, column: 'year', cure: /four digits/ },
  { title: 'a year after 2100', files: answer('0115,2101,egen-ja,Ja,'), code: 'not-a-year', file: a1, row: a, column: 'year', cure: /four digits/ },
  { title: 'an empty year', files: answer('0115,,egen-ja,Ja,'), code: 'not-a-year', file: a1, row: a, column: 'year', found: 'an empty cell', cure: /four digits/ },
  { title: 'an answer that stands twice', files: answer('0114,2017,ao-audit,Nej,'), code: 'duplicate-answer', file: a1, row: a, column: null, found: /row 2 has already/, cure: /take row 11 or row 2 away/ },
  { title: 'an item in a year of its joint question', files: answer('0115,2016,ao-audit,Ja,'), code: 'year-outside', file: a1, row: a, column: 'year', found: '2016', cure: /ao-audit-dudit-2016/ },
  { title: 'a joint question in a year of its parts', files: answer('0115,2017,ao-audit-dudit-2016,Ja,'), code: 'year-outside', file: a1, row: a, column: 'year', cure: /ao-audit and ao-dudit/ },
  { title: 'an item of a survey that was not held', files: answer('0115,2020,ao-ht-vardplanering,50,'), code: 'year-outside', file: a1, row: a, column: 'year', cure: /take the row away/ },
  { title: 'an item after the years of the appendix', severity: 'warning', files: answer('0115,2021,ao-audit,Ja,'), code: 'year-outside-appendix', file: a1, row: a, column: 'year', cure: /the row is kept/ },
  { title: 'an item before the years of the appendix', severity: 'warning', files: answer('0115,2015,ao-audit,Ja,'), code: 'year-outside-appendix', file: a1, row: a, column: 'year', cure: /the row is kept/ },

  // answers: values
  { title: 'Delvis to a question of Ja and Nej', files: answer('0115,2018,ao-audit,Delvis,'), code: 'not-in-scale', file: a1, row: a, column: 'answer', found: '"Delvis"', cure: /write one of them/ },
  { title: '2 to a question of Ja and Nej', files: answer('0115,2018,ao-audit,2,'), code: 'not-in-scale', file: a1, row: a, column: 'answer', cure: /write one of them/ },
  { title: '1 to a question of Ja, Delvis and Nej', files: answer('0115,2018,ao-isu-ordinart,1,'), code: 'not-in-scale', file: a1, row: a, column: 'answer', cure: /1 may mean Ja or Delvis/ },
  { title: 'another word', files: answer('0115,2018,egen-ja,Kanske,'), code: 'not-in-scale', file: a1, row: a, column: 'answer', cure: /give a reason/ },
  { title: 'a word where a share is expected', files: answer('0115,2018,ao-ht-vardplanering,Ja,'), code: 'not-a-number', file: a1, row: a, column: 'answer', cure: /1234\.5 or 1234,5/ },
  { title: 'a percent sign', files: answer('0114,2017,egen-andel,45 %,'), code: 'not-a-number', file: a1, row: a, column: 'answer', cure: /write the number with digits/ },
  { title: 'a number that can be read in two ways', files: answer('0115,2018,egen-antal,"1,234",'), code: 'not-a-number', file: a1, row: a, column: 'answer', cure: /write 1\.234 or 1234/ },
  { title: 'a share above 100', files: answer('0114,2017,egen-andel,100.1,'), code: 'out-of-range', file: a1, row: a, column: 'answer', cure: /in percent/ },
  { title: 'a negative share', files: answer('0114,2017,egen-andel,-0.5,'), code: 'out-of-range', file: a1, row: a, column: 'answer', cure: /in percent/ },
  { title: 'a negative count', files: answer('0115,2018,egen-antal,-1,'), code: 'out-of-range', file: a1, row: a, column: 'answer', cure: /correct the number/ },
  { title: 'an infinite number', files: answer('0115,2018,egen-skala,1e999,'), code: 'not-a-number', file: a1, row: a, column: 'answer', cure: /write the number with digits/ },
  { title: 'an empty answer without a reason', severity: 'warning', files: answer('0115,2018,ao-audit,,'), code: 'no-reason', file: a1, row: a, column: 'reason', cure: /okand/ },
  { title: 'an unknown reason', files: answer('0115,2018,ao-audit,,bortfal'), code: 'unknown-reason', file: a1, row: a, column: 'reason', cure: /write bortfall/ },
  { title: 'a reason beside an answer', files: answer('0115,2018,ao-audit,Ja,bortfall'), code: 'answer-and-reason', file: a1, row: a, column: 'reason', cure: /take one of the two away/ },
  { title: 'another reason than the answer gives', files: answer('0115,2018,ao-audit,Ej aktuellt,bortfall'), code: 'answer-and-reason', file: a1, row: a, column: 'reason', cure: /write ej-aktuellt/ },
  { title: 'a share written as a fraction', severity: 'warning', files: changed({ [a1]: valid[a1].replace('egen-andel,12.5', 'egen-andel,0.125').replace('egen-andel,40', 'egen-andel,1') }), code: 'share-as-fraction', file: a1, row: 7, column: 'answer', found: /egen-andel/, cure: /multiply them by 100/ },
  { title: 'words and numbers on one scale', severity: 'warning', files: answer('0115,2018,egen-skala,Ja,'), code: 'mixed-scale', file: a1, row: a, column: 'answer', found: /egen-skala/, cure: /one of the two ways/ },

  // survey
  { title: 'a survey row of an unknown unit', files: withLines(s1, '0141,aldreomsorg,1,0'), code: 'unknown-unit', file: s1, row: s, column: 'unit', cure: /write 0114/ },
  { title: 'a survey row of a unit without its zero', files: withLines(s1, '114,skola,1,0'), code: 'lost-leading-zero', file: s1, row: s, column: 'unit', cure: /write 0114 / },
  { title: 'an area that no indicator has', severity: 'warning', files: withLines(s1, '0114,skolan,1,0'), code: 'unknown-area', file: s1, row: s, column: 'area', cure: /write skola/ },
  { title: 'an empty area in the survey', files: withLines(s1, '0114,,1,0'), code: 'empty-area', file: s1, row: s, column: 'area', cure: /write the area/ },
  { title: 'a flag in words', files: withLines(s1, '0114,skola,ja,0'), code: 'not-a-flag', file: s1, row: s, column: 'quality_development', found: '"ja"', cure: /write 1 for yes/ },
  { title: 'both flags', files: withLines(s1, '0114,skola,1,1'), code: 'both-flags', file: s1, row: s, column: 'not_used', cure: /look up its answer/ },
  { title: 'a survey row that stands twice', files: withLines(s1, '0114,aldreomsorg,0,0'), code: 'duplicate-survey-row', file: s1, row: s, column: null, found: /row 2 has already/, cure: /take row 6 or row 2 away/ },

  // care units
  { title: 'a care unit of an unknown unit', files: care('x,0141,2016,demens,m,1'), code: 'unknown-unit', file: c1, row: c, column: 'unit', cure: /write 0114/ },
  { title: 'a care unit of a unit without its zero', files: care('x,114,2016,demens,m,1'), code: 'lost-leading-zero', file: c1, row: c, column: 'unit', cure: /write 0114 / },
  { title: 'a care unit without an id', files: care(',0114,2016,demens,m,1'), code: 'empty-code', file: c1, row: c, column: 'care_unit', cure: /write the care_unit/ },
  { title: 'a measure without a name', files: care('x,0114,2016,demens,,1'), code: 'empty-code', file: c1, row: c, column: 'measure', cure: /write the measure/ },
  { title: 'a care unit in no year', files: care('x,0114,16,demens,m,1'), code: 'not-a-year', file: c1, row: c, column: 'year', cure: /four digits/ },
  { title: 'an unknown kind', files: care('x,0114,2016,särskilt boende,m,1'), code: 'unknown-kind', file: c1, row: c, column: 'kind', cure: /write sarskilt-boende/ },
  { title: 'a value that is no number', files: care('x,0114,2016,demens,m,-'), code: 'not-a-number', file: c1, row: c, column: 'value', cure: /leave the cell empty/ },
  { title: 'a negative value', files: care('x,0114,2016,demens,m,-0.1'), code: 'out-of-range', file: c1, row: c, column: 'value', cure: /leave the cell empty/ },
  { title: 'a care unit, year and measure that stand twice', files: care('0114-sb-01,0114,2016,sarskilt-boende,sjukskoterskor-vardag,1'), code: 'duplicate-care-unit-row', file: c1, row: c, column: null, found: /row 2 has already/, cure: /take row 5 or row 2 away/ },
  { title: 'a care unit in two municipalities', files: care('0114-sb-01,0115,2018,sarskilt-boende,sjukskoterskor-vardag,1'), code: 'two-municipalities', file: c1, row: c, column: 'unit', found: /0115, and in 0114 in row 2/, cure: /correct the unit/ },
  { title: 'a care unit that changes kind', severity: 'warning', files: care('0114-sb-01,0114,2018,demens,m,1', '0114-sb-01,0114,2019,demens,m,1'), code: 'kind-changes', file: c1, row: c, column: 'kind', cure: /both are kept/ },
];

describe('a data folder with one fault', () => {
  test('the folder without a fault has no problems', () => {
    withFolder(valid, (folder) => expect(checkDataFolder(folder)).toEqual([]));
  });

  test.each(cases)('$title gives $code and nothing else', (wanted) => {
    withFolder(wanted.files, (folder) => {
      const problems = checkDataFolder(folder);
      expect(problems.map((p) => p.code)).toEqual([wanted.code]);
      const [problem] = problems;
      const severity = wanted.severity ?? 'error';
      const { code, file, row, column } = wanted;
      expect(problem).toMatchObject({ severity, code, file, row, column });
      if (wanted.found !== undefined) expect(problem!.found).toMatch(wanted.found);
      expect(problem!.cure).toMatch(wanted.cure);
      if (severity === 'warning') {
        expect(readDataFolder(folder).warnings).toEqual(problems);
        return;
      }
      const error = thrownBy(() => readDataFolder(folder));
      expect(error.problems).toEqual(problems);
      for (const part of [file, problem!.found, problem!.expected, problem!.cure]) {
        expect(error.message).toContain(part);
      }
      if (row !== null) expect(error.message).toContain(`row ${row}`);
      if (column !== null) expect(error.message).toContain(`column ${column}`);
      expect(error.message).not.toContain('\n');
    });
  });
});

function thrownBy(act: () => unknown): InputError {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a data folder with many faults', () => {
  test('every error of every file is reported at once, warnings apart', () => {
    const files = changed({
      [u1]: valid[u1] + '117,Österåker,0117,l,A2,1,1,,\n',
      [i1]: valid[i1] + 'ny,skola,Ny,x,y,,\n',
      [a1]: valid[a1] + '0115,18,egen-jo,Ja,bortfall\n0115,2018,ao-audit,,\n',
      [s1]: valid[s1] + '0114,aldreomsorg,1,1\n',
      [c1]: valid[c1] + 'x,0141,2016,boende,m,?\n',
      'about.json': '{',
    });
    withFolder(files, (folder) => {
      const codes = thrownBy(() => readDataFolder(folder)).problems.map((p) => `${p.file} ${p.code}`);
      expect(codes).toEqual([
        'units.csv lost-leading-zero',
        'indicators.csv unknown-type',
        'indicators.csv unknown-better',
        'answers.csv not-a-year',
        'answers.csv unknown-indicator',
        'answers.csv answer-and-reason',
        'survey.csv both-flags',
        'survey.csv duplicate-survey-row',
        'care-units.csv unknown-unit',
        'care-units.csv unknown-kind',
        'care-units.csv not-a-number',
        'about.json broken-json',
      ]);
      const warnings = checkDataFolder(folder).filter((p) => p.severity === 'warning');
      expect(warnings.map((p) => p.code)).toEqual(['no-reason']);
    });
  });

  test('units that cannot be read do not make every other row an error', () => {
    withFolder(changed({ [u1]: 'unit;name\n' }), (folder) => {
      expect(new Set(checkDataFolder(folder).map((p) => p.file))).toEqual(new Set([u1]));
    });
  });

  test('a fault in every row is one line of the message that names the rows', () => {
    const answers = valid[a1].replaceAll('0114', '114').replaceAll('0115', '115');
    withFolder(changed({ [a1]: answers }), (folder) => {
      const { message, problems } = thrownBy(() => readDataFolder(folder));
      expect(problems).toHaveLength(8);
      expect(message.split('\n')).toHaveLength(2);
      expect(message).toContain('rows 2, 5-7, 9-10');
    });
  });
});

test('a column that is wrong throughout is one line, with some of what was found', () => {
  const problems = [3, 4, 5, 6, 9].map((row) => ({
    severity: 'error' as const,
    code: 'not-a-share',
    file: 'answers.csv',
    row,
    column: 'answer',
    found: `"${100 + row}"`,
    expected: 'a number from 0 to 100',
    cure: 'write the share in percent',
  }));
  expect(formatProblems(problems)).toBe(
    'error: answers.csv, rows 3-6, 9, column answer: found "103", "104", "105", … (5 different); ' +
      'expected a number from 0 to 100; write the share in percent',
  );
  expect(formatProblems(problems.slice(0, 2))).toContain(
    'rows 3-4, column answer: found "103", "104"; expected',
  );
});
