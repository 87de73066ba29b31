namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Endings of file names and of hosts that people write in texts.</summary>
internal static class KnownEndings
{
    private static readonly WordSet All = new(
        "txt md rst pdf doc docx xls xlsx ppt pptx odt csv tsv json jsonl yaml yml toml ini cfg conf config xml html htm css scss js mjs ts tsx jsx py pyc rb rs go "
        + "c h cc cpp hpp cs csproj sln java kt swift php pl lua r sh bash zsh bat ps1 sql db sqlite log lock env tex bib svg png jpg jpeg gif webp bmp ico mp3 mp4 "
        + "wav ogg flac avi mov mkv zip tar gz bz2 xz zst rar 7z iso img bin exe dll so a o deb rpm apk jar war whl ipynb onnx patch diff bak tmp "
        + "com org net edu gov mil int info biz io dev app ai co uk us de fr it es eu ch at nl be se no fi dk pl cz ru jp cn in au nz ca br me tv");

    public static bool Contains(ReadOnlySpan<char> ending) => All.Contains(ending);
}
