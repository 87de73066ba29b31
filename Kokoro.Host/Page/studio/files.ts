const types = /\.(txt|md|markdown)$/i;
const most = 1_000_000;

/** Takes a text file that is dropped anywhere on the page, or chosen with the button. */
export function onTextFile(open: HTMLInputElement, target: HTMLElement, take: (text: string) => void, refuse: (sentence: string) => void): void {
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (!types.test(file.name)) return refuse(`${file.name} is no text that can be read here; choose a .txt or .md file.`);
    if (file.size > most) return refuse(`${file.name} is larger than ${most / 1e6} MB; choose a part of it.`);
    try {
      take(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
    } catch {
      refuse(`${file.name} is not UTF-8; save it as UTF-8 and choose it again.`);
    }
  };
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

  open.addEventListener('change', () => {
    void read(open.files?.[0]);
    open.value = '';
  });
  addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    target.classList.add('dropping');
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) target.classList.remove('dropping');
  });
  addEventListener('drop', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    target.classList.remove('dropping');
    void read(event.dataTransfer?.files[0]);
  });
}
