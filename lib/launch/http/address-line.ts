/** Can this request target be read without surprises further in? Percent-encoding whole, UTF-8, no NUL. */
export function isWellFormedTarget(target: string) {
  // "//host/path" and "http://host/path" would be read as another server's address.
  if (!target.startsWith("/") || target.startsWith("//") || /[\\\s\u0000-\u001f]/.test(target)) return false;
  const end = target.indexOf("?");
  const path = end < 0 ? target : target.slice(0, end);
  const query = end < 0 ? "" : target.slice(end + 1);
  return [path, ...query.split("&")].every(decodes) && query.split("&").every(isPlainParameter);
}

export function isWellFormedHost(host: string | undefined): host is string {
  return (
    host !== undefined &&
    /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host)
  );
}

/** Next reads a query into a plain object, where "constructor" stands already and would break the page. */
function isPlainParameter(pair: string) {
  return !(decodeURIComponent(pair.split("=", 1)[0] ?? "") in Object.prototype);
}

function decodes(text: string) {
  try {
    return !decodeURIComponent(text).includes("\0");
  } catch {
    return false;
  }
}
