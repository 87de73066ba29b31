using System.CommandLine;

namespace Kokoro.Host.Cli;

/// <summary>The options that choose who speaks, the same for every command that has them.</summary>
internal sealed class SpeakerOptions
{
    private readonly Option<string?> _voice = new("--voice", "-v")
    {
        Description = "A voice by its name (see kokoro voices), or the path of a voice file.",
        HelpName = "name",
    };

    private readonly Option<string?> _language = new("--language", "-l")
    {
        Description = "The language of the text: en-us, en-gb, es, fr, hi, it or pt. By default the voice's own.",
        HelpName = "code",
    };

    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = "A Kokoro model: its name (see kokoro model list), or an .onnx file. By default the one of kokoro model use, else the built-in starter model.",
        HelpName = "name",
    };

    private readonly Option<string?> _provider = new("--provider")
    {
        Description = "What computes: cpu or coreml. By default cpu, or what KOKORO_ENGINE_PROVIDER says.",
        HelpName = "name",
    };

    public void AddTo(Command command)
    {
        command.Add(_voice);
        command.Add(_language);
        command.Add(_model);
        command.Add(_provider);
    }

    public SpeakerChoice Read(ParseResult parsed) => new(
        parsed.GetValue(_voice),
        parsed.GetValue(_language),
        ChosenModel.Of(parsed.GetValue(_model)),
        parsed.GetValue(_provider) ?? Environment.GetEnvironmentVariable("KOKORO_ENGINE_PROVIDER"));
}
