import { PDFDocument } from './PDFDocument.ts';
import { winAnsi } from './winAnsi.ts';

type Pdf = PDFKit.PDFDocument;
type Element = ReturnType<Pdf['struct']>;

/** US Letter, in points: 72 to an inch. */
const PAGE = { width: 612, height: 792, margin: 50 };
const LEFT = PAGE.margin;
const RIGHT = PAGE.width - PAGE.margin;
const WIDTH = RIGHT - LEFT;

/** Between one column and the next. */
const GAP = 8;

const INK = '#17212b';
const MUTED = '#55616e';
const RULE = '#c3cbd4';
const BAND = '#eef3fa';
const WARNING = '#99221b';

const PLAIN = 'Helvetica';
const BOLD = 'Helvetica-Bold';

const HEADER = { size: 8, color: MUTED };

/** How a piece of text is set: its left edge, and the width in which it is broken or moved to the right. */
type Setting = {
  readonly x?: number;
  readonly y: number;
  readonly width?: number;
  readonly size?: number;
  readonly color?: string;
  readonly isBold?: boolean;
  readonly isRight?: boolean;
};

/** A column of values, set to the right; the names of the rows have the width that is left. */
export type PdfColumn = {
  readonly header: string;
  /** A part of the page's width. */
  readonly width: number;
};

export type PdfRow = {
  readonly name: string;
  /** One for each column. */
  readonly values: readonly string[];
  /** A sum of the rows above it is a `TOTAL`, the one that everybody looks for the `RESULT`. */
  readonly weight: 'LINE' | 'TOTAL' | 'RESULT';
};

const ROWS = {
  LINE: { padding: 2, label: { size: 9.5, isBold: false }, value: { size: 9.5, isBold: false } },
  TOTAL: { padding: 2, label: { size: 9.5, isBold: true }, value: { size: 9.5, isBold: true } },
  RESULT: { padding: 6, label: { size: 9.5, isBold: false }, value: { size: 12, isBold: true } },
};

/**
 * A document that a screen reader can follow: everything drawn is either in the structure tree (headings, lists, tables
 * with headers) or marked as decoration. Text that the font cannot show is followed by an asterisk, its element carries
 * the true text for whoever listens or copies, and a note at the end says so. The bytes depend on what is handed in and
 * on nothing else: the date of creation is given, and the file's id is made of it and the titles.
 */
export class TaggedPdf {
  readonly #pdf: Pdf;
  readonly #bytes: Promise<Uint8Array>;
  #parent: Element;
  #y = LEFT;
  #isTextReplaced = false;

  /** @param subject what tells this document from others of the same title */
  constructor(title: string, subject: string, author: string, createdAt: Date) {
    this.#pdf = new PDFDocument({
      size: 'LETTER',
      margin: PAGE.margin,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-US',
      displayTitle: true,
      bufferPages: true, // the footers say how many pages there are
      info: { Title: title, Subject: subject, Author: author, CreationDate: createdAt },
    });
    this.#bytes = collect(this.#pdf);
    this.#parent = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#parent);
  }

  /** The head of the first page: whose document it is, its name, and the figure that everybody looks for. */
  head(
    owner: string,
    title: string,
    figure: { readonly label: string; readonly value: string; readonly note: string },
  ): void {
    const top = this.#y;
    const half = WIDTH / 2;
    const bottom = Math.max(
      top + 60,
      this.#text('P', owner, { y: top, width: half, size: 11, isBold: true, color: MUTED }) + 4,
    );
    this.#text('H1', title, { y: bottom - 38, width: half, size: 26, isBold: true });
    const atRight = { x: LEFT + half, width: half, isRight: true };
    this.#text('P', figure.label, { ...atRight, y: top, size: 9, color: MUTED });
    this.#text('P', figure.value, { ...atRight, y: top + 15, size: 22, isBold: true });
    this.#text('P', figure.note, { ...atRight, y: top + 41, size: 9, color: MUTED });
    this.#y = bottom;
  }

  /** A sentence that must not be missed. */
  warning(text: string): void {
    this.#y = this.#text('P', text, { y: this.#y + 2, size: 11, isBold: true, color: WARNING }) + 4;
  }

  /** Names with their values, three in a row. */
  facts(facts: readonly (readonly [name: string, value: string])[]): void {
    this.#line(this.#y + 4, RULE);
    const width = WIDTH / 3;
    let y = this.#y + 14;
    this.#within('L', () => {
      for (let i = 0; i < facts.length; i += 3) {
        const bottoms = facts.slice(i, i + 3).map(([name, value], column) => {
          const setting = { x: LEFT + column * width, width: width - 12 };
          return this.#within('LI', () => {
            this.#text('Lbl', name, { ...setting, y, size: 8, color: MUTED });
            return this.#text('LBody', value, { ...setting, y: y + 11, size: 10 });
          });
        });
        y = Math.max(...bottoms) + 7;
      }
    });
    this.#y = y;
  }

  /** A heading with its table. The headers of the columns stand beside the heading, above the names of the rows. */
  table(title: string, columns: readonly PdfColumn[], rows: readonly PdfRow[]): void {
    this.#makeRoom(60); // no heading without its first row
    const y = this.#y + 10;
    this.#within('Sect', () => {
      this.#text('H2', title, { y, width: nameWidth(columns), size: 11, isBold: true });
      this.#within('Table', () => {
        this.#within('TR', () => {
          this.#element('TD'); // above the names of the rows, where the heading stands
          this.#columns(columns, (header, place) => {
            this.#text('TH', header, { ...place, ...HEADER, y: y + 3 }, { scope: 'Column' });
          });
        });
        this.#y = y + 15;
        for (const row of rows) this.#row(columns, row);
      });
    });
  }

  /** A remark in small print. */
  note(text: string): void {
    this.#makeRoom(30);
    this.#y = this.#text('P', text, { y: this.#y + 9, size: 8, color: MUTED });
  }

  /**
   * @param footer at the foot of every page, before its number
   * @param stamp written across every page; what it says must stand in the text too
   */
  async end(footer: string, stamp: string | undefined): Promise<Uint8Array> {
    if (this.#isTextReplaced) {
      this.note(
        '* Not in the letters in which it is recorded: the font of this document has the letters of Western Europe.',
      );
    }
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#pdf.switchToPage(page);
      this.#pdf.page.margins.bottom = 0; // else text below the margin would begin a page of its own
      if (stamp !== undefined) this.#stamp(stamp);
      this.#decoration(() => {
        const size = 8;
        this.#draw(winAnsi(footer), { y: PAGE.height - 36, size, color: MUTED, width: WIDTH * 0.8 });
        this.#draw(`Page ${page + 1} of ${count}`, {
          y: PAGE.height - 36,
          size,
          color: MUTED,
          width: WIDTH,
          isRight: true,
        });
      });
    }
    this.#parent.end();
    this.#pdf.end();
    return this.#bytes;
  }

  #row(columns: readonly PdfColumn[], { name, values, weight }: PdfRow): void {
    const { padding, label, value } = ROWS[weight];
    const named = { ...label, width: nameWidth(columns) };
    const height = this.#heightOf(name, named) + 2 * padding;
    if (this.#makeRoom(height)) this.#repeatHeaders(columns);
    const top = this.#y;
    if (weight === 'RESULT') this.#decoration(() => this.#pdf.rect(LEFT - 6, top, WIDTH + 12, height).fill(BAND));
    else this.#line(top, RULE);
    const y = top + padding;
    const lift = value.size - label.size; // both on one base line
    this.#within('TR', () => {
      this.#text('TH', name, { ...named, y }, { scope: 'Row' });
      this.#columns(columns, (_header, place, i) => {
        this.#text('TD', values[i] ?? '', { ...place, ...value, y: y - lift });
      });
    });
    this.#y = top + height;
  }

  /** For the eye alone: in the structure a table's headers are there once, whatever pages it runs over. */
  #repeatHeaders(columns: readonly PdfColumn[]): void {
    const y = this.#y;
    this.#decoration(() => this.#columns(columns, (header, place) => this.#draw(header, { ...place, ...HEADER, y })));
    this.#y += 12;
  }

  #columns(
    columns: readonly PdfColumn[],
    set: (header: string, place: Pick<Setting, 'x' | 'width' | 'isRight'>, index: number) => void,
  ): void {
    let x = LEFT + nameWidth(columns);
    columns.forEach(({ header, width }, i) => {
      set(header, { x: x + GAP, width: width * WIDTH - GAP, isRight: true }, i);
      x += width * WIDTH;
    });
  }

  /** Puts text into the structure, under what is being written. @returns where it ends */
  #text(tag: string, text: string, setting: Setting, options: PDFKit.Mixins.StructureElementOptions = {}): number {
    const shown = winAnsi(text);
    const isReplaced = shown !== text.normalize('NFC');
    if (isReplaced) this.#isTextReplaced = true;
    let bottom = setting.y;
    this.#element(tag, isReplaced ? { ...options, actual: text } : options, () => {
      bottom = this.#draw(isReplaced ? `${shown}*` : shown, setting);
    });
    return bottom;
  }

  #element(tag: string, options: PDFKit.Mixins.StructureElementOptions = {}, draw?: () => void): void {
    const element = this.#pdf.struct(tag, options, draw === undefined ? [] : [draw]);
    this.#parent.add(element);
  }

  /** Everything that `write` puts into the structure is put under an element of its own. */
  #within<T>(tag: string, write: () => T): T {
    const outer = this.#parent;
    const element = this.#pdf.struct(tag);
    outer.add(element);
    this.#parent = element;
    const written = write();
    element.end();
    this.#parent = outer;
    return written;
  }

  /** @returns where the text ends */
  #draw(text: string, setting: Setting): number {
    const { x = LEFT, y, width = WIDTH, color = INK, isRight = false } = setting;
    const pdf = this.#font(setting).fillColor(color);
    const textWidth = pdf.widthOfString(text);
    if (textWidth > width) {
      pdf.text(text, x, y, { width, align: isRight ? 'right' : 'left' });
      return pdf.y;
    }
    pdf.text(text, isRight ? x + width - textWidth : x, y, { lineBreak: false });
    return y + pdf.currentLineHeight(true);
  }

  #heightOf(text: string, setting: Omit<Setting, 'y'> & { readonly width: number }): number {
    const pdf = this.#font(setting);
    const shown = `${winAnsi(text)}*`;
    if (pdf.widthOfString(shown) <= setting.width) return pdf.currentLineHeight(true);
    return pdf.heightOfString(shown, { width: setting.width });
  }

  #font({ size = 9.5, isBold = false }: Omit<Setting, 'y'>): Pdf {
    return this.#pdf.font(isBold ? BOLD : PLAIN).fontSize(size);
  }

  #line(y: number, color: string): void {
    this.#decoration(() => this.#pdf.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.5).strokeColor(color).stroke());
  }

  #stamp(text: string): void {
    this.#decoration(() => {
      const pdf = this.#pdf.save().font(BOLD).fontSize(104).fillColor(WARNING, 0.14);
      const [x, y] = [PAGE.width / 2, PAGE.height / 2];
      pdf.rotate(-48, { origin: [x, y] }).text(text, x - pdf.widthOfString(text) / 2, y - 52, { lineBreak: false });
      pdf.restore();
    });
  }

  #decoration(draw: () => unknown): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#pdf.endMarkedContent();
  }

  /** Begins a new page where `height` does not fit. @returns whether it did */
  #makeRoom(height: number): boolean {
    if (this.#y + height <= PAGE.height - PAGE.margin) return false;
    this.#pdf.addPage();
    this.#y = PAGE.margin;
    return true;
  }
}

function nameWidth(columns: readonly PdfColumn[]): number {
  return WIDTH * columns.reduce((left, { width }) => left - width, 1);
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
