"use client";

import { createContext } from "react";

/** Whether the form around it runs its action: its submit button shows that by itself. */
export const FormPending = createContext(false);
