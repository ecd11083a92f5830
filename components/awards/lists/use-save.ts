"use client";

import { unstable_rethrow as rethrow } from "next/navigation";
import { useCallback, useRef, useState, useTransition } from "react";
import { saveList } from "@/lib/awards/lists/actions";
import type { Fault } from "@/lib/kernel/result";
import type { Group } from "./model";
import type { Intent } from "./review";
import { checkAtHome, faultsAt, toInput, type Faults } from "./send";
import type { RowStatus } from "./status";

type List = {
  documentId: number;
  key: string;
  recordingUnitId: number | null;
  onSaved: (rows: number) => void;
  /** Called when rows or groups were found at fault, with the key of the first. */
  onFaults: (key: string) => void;
};

/** Saves the list under its key: pressed twice, or again after a lost answer, it is saved once. A refusal is told at its rows. */
export function useSave({ documentId, key, recordingUnitId, onSaved, onFaults }: List) {
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const [pending, start] = useTransition();
  const busy = useRef(false);

  function show(found: Faults, fault: Fault | null) {
    setFaults(found);
    setRefusal(fault);
    const [first] = Object.keys(found);
    if (first) onFaults(first);
  }

  /** Whether there is anything at fault that can be told without asking. */
  function check(groups: readonly Group[], statuses: ReadonlyMap<string, RowStatus>): boolean {
    const found = checkAtHome(groups, statuses);
    const isFine = Object.keys(found).length === 0;
    show(found, isFine ? null : { code: "invalid" });
    return isFine;
  }

  function save(intent: Intent, groups: readonly Group[], statuses: ReadonlyMap<string, RowStatus>) {
    if (busy.current) return;
    busy.current = true;
    const sent = toInput(groups, statuses);
    start(async () => {
      try {
        const result = await saveList({ documentId, key, intent, recordingUnitId, groups: sent.groups });
        if (result.ok) return onSaved(sent.keys.reduce((count, { rows }) => count + rows.length, 0));
        const { faults: found, whole } = faultsAt(result.fault.fields ?? {}, sent.keys);
        const told = whole[0] ? { ...result.fault, detail: { message: whole[0] } } : result.fault;
        show(found, told);
      } catch (error) {
        rethrow(error);
        show({}, { code: "unavailable", detail: { message: "network" } });
      } finally {
        busy.current = false;
      }
    });
  }

  /** What was mended since is at fault no more. */
  const forget = useCallback((at: string) => {
    setFaults((before) => {
      if (!(at in before)) return before;
      const { [at]: _mended, ...others } = before;
      return others;
    });
  }, []);

  return { faults, refusal, pending, check, save, forget, dismiss: () => setRefusal(null) };
}
