const [LF, CR, QUOTE] = [10, 13, 34];

/** Lines of CSV that end in LF, as PostgreSQL writes them, with the CR LF of RFC 4180; within quotes nothing changes. */
export async function* withLineEnds(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let quoted = false;
  for await (const piece of pieces) {
    const ends: number[] = [];
    // Most pieces have no quotes at all, and are gone through from line to line.
    if (!quoted && !piece.includes(QUOTE))
      for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) ends.push(at);
    else
      for (let at = 0; at < piece.length; at += 1)
        if (piece[at] === QUOTE) quoted = !quoted;
        else if (piece[at] === LF && !quoted) ends.push(at);
    yield widened(piece, ends);
  }
}

function widened(piece: Buffer, ends: readonly number[]): Buffer {
  const wide = Buffer.allocUnsafe(piece.length + ends.length);
  let from = 0;
  for (const [count, end] of ends.entries()) {
    piece.copy(wide, from + count, from, end);
    wide[end + count] = CR;
    wide[end + count + 1] = LF;
    from = end + 1;
  }
  piece.copy(wide, from + ends.length, from);
  return wide;
}
