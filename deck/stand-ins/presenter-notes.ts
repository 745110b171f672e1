/** For `NoteStatic.vue` in a presenter's view that was built, which asks for its notes. */
export { default } from '../PresenterNotes.vue'
