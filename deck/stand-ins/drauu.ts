/** For `drauu`: drawing on slides is off, and Slidev loads it all the same. */
export function createDrauu() {
  return { on() {}, clear() {}, load() {}, dump: () => '', canRedo: () => false, canUndo: () => false, mount() {}, unmount() {} }
}
