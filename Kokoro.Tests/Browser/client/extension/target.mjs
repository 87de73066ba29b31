// Pages that Playwright has no page for: the popup, the offscreen page. Spoken to by the browser's own protocol.

/** @returns the first target of this address, as soon as it is there. */
export async function target(browser, url, filter) {
  for (;;) {
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [filter] });
    const found = targetInfos.find((info) => info.url.startsWith(url));
    if (found !== undefined) return found.targetId;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export class Target {
  static async attach(browser, targetId) {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new Target(browser, sessionId);
  }

  constructor(browser, sessionId) {
    Object.assign(this, { browser, sessionId, last: 0, waiting: new Map() });
    browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const { id, result, error } = JSON.parse(message);
      this.waiting.get(id)?.({ result, error });
      this.waiting.delete(id);
    });
  }

  async send(method, params) {
    const id = ++this.last;
    const answer = new Promise((resolve) => this.waiting.set(id, resolve));
    await this.browser.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** Calls a function over there, as if a person had just clicked; what it takes and gives is JSON. */
  async evaluate(act, ...values) {
    const expression = `(${act})(${values.map((value) => JSON.stringify(value)).join(',')})`;
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async until(what, act, ...values) {
    for (let tries = 0; tries < 1800; tries++) {
      if (await this.evaluate(act, ...values)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never happened: ${what}`);
  }
}
