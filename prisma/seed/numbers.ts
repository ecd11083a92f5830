const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An ID number that nobody has: no county has 370290 to 370299. Odd sequences are men's. */
export function demonstrationIdNumber(serial: number, birth: string, female: boolean): string {
  const sequence = 100 + (Math.floor(serial / 10) % 440) * 2 + (female ? 0 : 1);
  const day = `${birth}-06-15`.slice(0, 10).replaceAll("-", "");
  const digits = `37029${serial % 10}${day}${String(sequence).padStart(3, "0")}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * weights[index]!, 0);
  return digits + "10X98765432"[sum % 11]!;
}

export function demonstrationPhone(serial: number): string {
  return `1990000${String(serial).padStart(4, "0")}`;
}
