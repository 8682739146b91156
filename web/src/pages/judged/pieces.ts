// Cuts a line into pieces, so that the words a mark rests on can be shown; marks may overlap.
export interface Spot {
  start: number;
  end: number;
}
export interface Piece<Mark extends Spot> {
  text: string;
  marks: Mark[];
}

/**
 * Offsets count characters as Python does (code points), so that a line with an emoji is cut at the right place.
 * A mark outside of the line, or without words, belongs to the line as a whole and is in no piece.
 */
export function pieces<Mark extends Spot>(line: string, marks: readonly Mark[]): Piece<Mark>[] {
  const characters = [...line];
  const sound = marks.filter((mark) => isInside(mark, characters.length));
  const cuts = new Set([0, characters.length, ...sound.flatMap((mark) => [mark.start, mark.end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] as number;
    const within = sound.filter((mark) => mark.start <= start && end <= mark.end);
    return { text: characters.slice(start, end).join(""), marks: within };
  });
}

/** The marks that no words of the line stand for. */
export function whole<Mark extends Spot>(line: string, marks: readonly Mark[]): Mark[] {
  const length = [...line].length;
  return marks.filter((mark) => !isInside(mark, length));
}

function isInside(mark: Spot, length: number): boolean {
  return mark.start >= 0 && mark.start < mark.end && mark.end <= length;
}
