import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>['values'];

/** The options that a command was given. Where they can't be read, it says why and how the command is called, and ends. */
export function commandOptions<T extends Options>(usage: string, options: T): Values<T> {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse(`${(error as Error).message}\nusage: ${usage}`);
  }
}

/** Ends the command, which can't do what it was asked for. */
export function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
