import { badRequest } from "../error";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import { quote } from "../path";

/**
 * The Basic set keeps one e-mail address and one phone number, both of type work
 * (product.md, "What synchronizes").
 * @param resource canonical
 * @throws ScimError 400 invalidValue saying which value is refused, and why
 */
export function checkBasicSet(resource: JsonObject): void {
  checkOneOfTypeWork("emails", "e-mail address", resource.emails);
  checkOneOfTypeWork("phoneNumbers", "phone number", resource.phoneNumbers);
}

const ADVICE = "Send only that one, or let the application use the Full SCIM profile.";

function checkOneOfTypeWork(name: string, noun: string, values: JsonValue | undefined): void {
  if (!Array.isArray(values)) return;
  for (const value of values) {
    const type = isJsonObject(value) ? value.type : undefined;
    if (typeof type === "string" && type.toLowerCase() === "work") continue;
    const why = typeof type === "string" ? `of type ${quote(type)} is refused` : "without a type is refused";
    throw badRequest(
      "invalidValue",
      `${name}: the ${noun} ${why}: this application synchronizes only the one of type work. ${ADVICE}`,
    );
  }
  if (values.length > 1) {
    throw badRequest(
      "invalidValue",
      `${name}: a second ${noun} is refused: this application synchronizes at most one, of type work. ${ADVICE}`,
    );
  }
}
