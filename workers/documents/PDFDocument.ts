// The build for browsers, by its path because the package names it to browsers alone. The build for Node reads its fonts'
// metrics through a `require` of its own, which no bundler follows: in a worker of one file it finds no font. It also
// compresses with the zlib of the runtime, whose bytes differ from one processor to the next; this one's are always the same.
import PDFDocument, { registerStdFonts } from '../../node_modules/pdfkit/js/pdfkit.browser.mjs';
import Helvetica from 'pdfkit/standard-fonts/Helvetica';
import HelveticaBold from 'pdfkit/standard-fonts/HelveticaBold';

registerStdFonts(Helvetica, HelveticaBold);

/** pdfkit's document, with the fonts `Helvetica` and `Helvetica-Bold`, wherever it runs. */
export { PDFDocument };
