"use client";

import { PageProblem } from "@/components/console/page-problem";

/** A page of the instance that failed: its frame stays, so that one can go elsewhere. */
export default PageProblem;
