import { limits } from '#protocol/limits.ts'
import type { Batch } from '#storage/nextBatch.ts'

/** How many operations a push carries now: halved by trouble, doubled by success (SYN-19). Kept between rounds. */
export interface BatchSize {
  operations: number
}

export function firstBatchSize(): BatchSize {
  return { operations: limits.pushOperations }
}

/** Half of what was sent goes next time, one operation at least (SYN-19). */
export function halve(size: BatchSize, batch: Batch): void {
  size.operations = Math.max(1, Math.floor(Math.min(size.operations, batch.operations.length) / 2))
}
