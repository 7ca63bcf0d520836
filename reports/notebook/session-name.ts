/** Where the runner puts the session of the notebook that runs, on the global object; nowhere outside `oj notebook`. */
export const SESSION = '__ojNotebook';
