import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { z } from "zod";
import {
  createAdministrator,
  createInstanceAdministrator,
  RoleName,
} from "@/lib/directory/administrators/create-administrator";
import { resetAdministrator, switchAdministrator } from "@/lib/directory/administrators/rescue";
import { UsageProblem } from "../failure";
import { operator, operatorOf } from "../operator";
import { optional, required } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

const Input = z.object({
  email: z.string(),
  password: z.string().optional(),
  passwordStdin: z.boolean().optional(),
  instance: z.string().optional(),
  role: z.string().optional(),
});

const Email = z.object({ email: z.string() });

const Reset = Input.pick({ email: true, password: true, passwordStdin: true });

const SWITCHES = [
  ["enable", true],
  ["disable", false],
] as const;

export function addAdminCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "admin", "administrators, who sign in to the console");
  addVerb(noun, print, {
    name: "create",
    description: "make an administrator, with a role in an instance or without",
    options: [
      required("--email <address>", "the email address to sign in with"),
      optional("--password <password>", "the password; other users of the machine may see it").conflicts(
        "passwordStdin",
      ),
      optional("--password-stdin", "read the password from standard input"),
      optional("--instance <idaas_…>", "the instance to have a role in"),
      optional("--role <role>", "owner, administrator or auditor; goes with --instance"),
    ],
    input: Input,
    work: createAdmin,
  });
  addVerb(noun, print, {
    name: "reset",
    description: "give an administrator a new password, take the second factor away, end all sessions",
    options: [
      required("--email <address>", "the email address of the administrator"),
      optional("--password <password>", "the password; other users of the machine may see it").conflicts(
        "passwordStdin",
      ),
      optional("--password-stdin", "read the password from standard input"),
    ],
    input: Reset,
    work: async (input) =>
      resetAdministrator(operator(), { email: input.email, password: await passwordOf(input) }),
  });
  for (const [name, enabled] of SWITCHES) {
    addVerb(noun, print, {
      name,
      description: enabled
        ? "let an administrator sign in again"
        : "end an administrator's sessions and sign-in",
      options: [required("--email <address>", "the email address of the administrator")],
      input: Email,
      work: ({ email }) => switchAdministrator(operator(), email, enabled),
    });
  }
}

async function createAdmin(input: z.output<typeof Input>): Promise<object> {
  const { email, instance, role } = input;
  if ((instance === undefined) !== (role === undefined)) {
    throw new UsageProblem("--instance and --role go together: give both, or none.");
  }
  const password = await passwordOf(input);
  if (instance === undefined) return createAdministrator(operator(), { email, password });
  return createInstanceAdministrator(await operatorOf(instance), { email, password, role: roleOf(role) });
}

function roleOf(role: string | undefined): z.output<typeof RoleName> {
  const parsed = RoleName.safeParse(role);
  if (parsed.success) return parsed.data;
  throw new UsageProblem("--role must be owner, administrator or auditor.");
}

async function passwordOf({ password, passwordStdin }: z.output<typeof Reset>): Promise<string> {
  if (password !== undefined) return password;
  if (passwordStdin) return (await text(process.stdin)).replace(/\r?\n$/, "");
  throw new UsageProblem("Give --password or --password-stdin.");
}
