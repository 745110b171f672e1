/** For a component of Slidev that is not shown. */
export default { render: () => null }
