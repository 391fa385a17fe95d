/**
 * The part of a source map that the checks read.
 *
 * @typedef {object} SourceMap
 * @property {string[]} sources
 * @property {string} mappings
 *
 * @typedef {object} Segment
 * @property {number} column - where it begins in the line
 * @property {number} [source] - the number of its source
 */

const digits =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Reads the numbers of one segment, which are written in groups of five bits,
 * the lowest first, with the sign in the last bit.
 *
 * @param {string} text
 * @returns {number[]}
 */
function decodeNumbers(text) {
  /** @type {number[]} */
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const letter of text) {
    const digit = digits.indexOf(letter);
    value += (digit & 31) * 2 ** shift;
    shift += 5;
    if (digit < 32) {
      const size = Math.floor(value / 2);
      numbers.push(value % 2 ? -size : size);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}

/**
 * Reads the mappings of a source map.
 *
 * @param {string} mappings
 * @returns {Segment[][]} the segments by line
 */
export function decodeMappings(mappings) {
  let source = 0;
  return mappings.split(';').map(line => {
    let column = 0;
    return line
      .split(',')
      .filter(Boolean)
      .map(text => {
        const [columnStep, sourceStep] = decodeNumbers(text);
        column += columnStep;
        if (sourceStep === undefined) return { column };
        source += sourceStep;
        return { column, source };
      });
  });
}
