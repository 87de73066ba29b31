using System.CommandLine;

namespace Kokoro.Host.Cli;

/// <summary>The ways to give a text, the same for every command that reads one.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _text = new("text")
    {
        Description = "The text. Without it, and without --file, standard input is read.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _file = new("--file", "-f") { Description = "Read the text from this file.", HelpName = "path" };

    public void AddTo(Command command)
    {
        command.Add(_text);
        command.Add(_file);
        command.Validators.Add(given =>
        {
            if (given.GetResult(_text) is { Tokens.Count: > 0 } && given.GetResult(_file) is not null)
                given.AddError("a text and --file were both given; give one of them");
        });
    }

    /// <inheritdoc cref="InputText.ReadAsync" path="/exception"/>
    public Task<string> ReadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        InputText.ReadAsync(parsed.GetValue(_text) ?? [], parsed.GetValue(_file), cancellationToken);
}
