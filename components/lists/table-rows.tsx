"use client";

import type { ReactNode } from "react";
import { Link } from "../ui/link";
import { toneDot, type Tone } from "../ui/tone";

/** A word with a dot of its colour before it, and what else is to be said, below. */
export type Dotted = { tone: Tone; text: string; note?: string };
/** One of a table's columns as its cells need it: the class, and whether the cell names the row. */
export type CellLook = { style?: string; head?: boolean };
export type RowData = { key: string | number; href?: string; cells: readonly (ReactNode | Dotted)[] };

type Props = {
  looks: readonly CellLook[];
  rows: readonly RowData[];
  select?: { name: string; form?: string; style?: string; labels: readonly string[] };
};

/**
 * The rows of a table, from what stands in their cells alone: as elements of the server every cell would travel twice with all of
 * its markup.
 */
export function TableRows({ looks, rows, select }: Props) {
  return (
    <tbody>
      {rows.map(({ key, href, cells }, index) => (
        <tr key={key}>
          {select && (
            <td className={select.style}>
              <input
                type="checkbox"
                name={select.name}
                value={key}
                form={select.form}
                aria-label={select.labels[index]}
                className="size-4 align-text-bottom accent-honor"
              />
            </td>
          )}
          {cells.map((cell, at) => {
            const { style, head } = looks[at]!;
            if (!head)
              return (
                <td key={at} className={style}>
                  {isDotted(cell) ? <Dot {...cell} /> : (cell ?? "—")}
                </td>
              );
            return (
              <th key={at} scope="row" className={style}>
                {href ? <Link href={href}>{cell as ReactNode}</Link> : (cell as ReactNode)}
              </th>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

function Dot({ tone, text, note }: Dotted) {
  return (
    <>
      <span className="d">
        <i aria-hidden className={toneDot[tone]} />
        {text}
      </span>
      {note && <span className="block text-xs text-danger">{note}</span>}
    </>
  );
}

function isDotted(cell: ReactNode | Dotted): cell is Dotted {
  return typeof cell === "object" && cell !== null && "tone" in cell;
}
