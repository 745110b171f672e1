/** For Slidev's `v-drag`: nothing on a slide is dragged. */
export const createVDragDirective = () => ({ install() {} })
