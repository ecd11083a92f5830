-- A row that is removed is looked for in every column that refers to its table: without an index each such look reads all of it,
-- and taking back an import of 20,000 people would not come to an end.
-- CreateIndex
CREATE INDEX "employees_merged_into_id_idx" ON "employees"("merged_into_id");

-- CreateIndex
CREATE INDEX "employee_assignments_union_unit_id_idx" ON "employee_assignments"("union_unit_id");

-- CreateIndex
CREATE INDEX "organizations_successor_id_idx" ON "organizations"("successor_id");

-- CreateIndex
CREATE INDEX "unresolved_recipients_employee_id_idx" ON "unresolved_recipients"("employee_id");
