// A door of its own for who only runs short commands: detection must not pay for loading what starts steps.
export { type CommandOptions, commandPath, runCommand } from './command.ts';
