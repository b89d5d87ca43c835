import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive made for a test; what the directory says may differ from what is inside. */
export interface HostilePart {
  name: string;
  content: Buffer;
  /** The unpacked size that is claimed. */
  claims?: number;
}

/** Packs parts the way an attacker would: any names, any claims. */
export function hostileArchive(parts: HostilePart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content, { level: 1 });
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(part.content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(part.claims ?? part.content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet of the given XML. */
export function workbookParts(sheetXml: Buffer | string, claims?: number): HostilePart[] {
  const part = (name: string, xml: string) => ({ name, content: Buffer.from(xml) });
  return [
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheetXml), ...(claims !== undefined && { claims }) },
  ];
}

/** A worksheet's XML around its rows and what follows them. */
export function sheetXml(rows: string, after = ''): string {
  return `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}
