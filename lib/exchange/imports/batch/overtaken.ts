/** Somebody cancelled, or another run was faster: the job has nothing more to do. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}
