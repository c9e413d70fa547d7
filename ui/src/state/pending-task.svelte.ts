import type { Problem } from '../host/contract';
import { Request, type Question } from './request.svelte';

/**
 * A question that takes as long as a person takes to answer it: in the browser, or on another device. There is one at a
 * time: a second is not asked while the first is open.
 */
export class PendingTask extends Request<unknown> {
  override async run<A>(question: Question<A>): Promise<A | null> {
    return this.pending ? null : super.run(question);
  }

  /** Whoever pressed Cancel need not be told so. */
  protected override fail(problem: Problem): void {
    if (!(this.stopping && problem.kind === 'cancelled')) super.fail(problem);
  }
}
