/** Told the process id of each running broker by its parent; when the parent is gone, it ends those that still run. */
const running = new Map();

process.on('message', ({ id, pid }) => {
  if (pid === undefined) running.delete(id);
  else running.set(id, pid);
});
process.on('disconnect', () => {
  for (const pid of running.values()) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It has ended meanwhile.
    }
  }
});
