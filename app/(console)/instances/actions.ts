"use server";

import { NewInstance } from "@/lib/directory/instances/create-instance";
import { createOwnedInstance } from "@/lib/directory/instances/create-owned-instance";
import { ownAction } from "@/lib/http/own-action";

export const createInstanceAction = ownAction(NewInstance, createOwnedInstance);
