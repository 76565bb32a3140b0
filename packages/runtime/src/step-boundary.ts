/** Where a step of a service ends and the next begins: where a crash test may kill the process. */
export type StepBoundary = (name: string) => void;

/**
 * Does nothing, unless `crashAt` names a boundary as `name` or `name:count`: then the process kills itself, as `kill -9`
 * would, the count-th time that it passes there. For crash tests only.
 */
export function createStepBoundary(crashAt: string | undefined): StepBoundary {
  if (!crashAt) return () => undefined;
  const [target, count = '1'] = crashAt.split(':');
  let left = Number(count);
  return (name) => {
    if (name !== target) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
