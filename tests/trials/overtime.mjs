/** What a process prints before it ends itself: systems don't agree on how a signal is reported. */
export const OVERTIME = 'more CPU time than its limit';
