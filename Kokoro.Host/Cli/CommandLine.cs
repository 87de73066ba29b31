using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Kokoro.Actors.Settings.Reading;
using Kokoro.Host.Cli.Models;
using Kokoro.Host.Pairing;
using Kokoro.Host.Serving;
using Kokoro.Synthesis;

namespace Kokoro.Host.Cli;

/// <summary>The command line as a whole: what commands there are, and how their failures leave the process.</summary>
internal static class CommandLine
{
    /// <summary>Long enough for a cancelled command to end its run and remove its unfinished file.</summary>
    private static readonly TimeSpan CancelTime = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        // Not a RootCommand, which would call itself by the name of the DLL.
        var root = new Command("kokoro", "Kokoro speaks text on your own machine.")
        {
            new HelpOption(),
            ServeCommand.Create(),
            SpeakCommand.Create(),
            VoicesCommand.Create(),
            ModelCommand.Create(),
            PairCommand.Create(),
            PhonemesCommand.Create(),
            NativeHostCommand.Create(),
            DoctorCommand.Create(),
        };

        // A text may start with '@'; it is never the name of a file with more arguments in it.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [var command, ..])
        {
            await Terminal.ErrorAsync(
                $"command {Printable.Excerpt(command)} is not known; use one of {string.Join(", ", root.Subcommands.Select(each => each.Name))}").ConfigureAwait(false);
            return ExitCode.Refused;
        }

        if (UnknownOption(parsed) is { } unknown)
        {
            await Terminal.ErrorAsync(
                $"option {Printable.Excerpt(unknown)} is not known; see {PathOf(parsed.CommandResult)} --help, or put -- before a text that starts with a dash").ConfigureAwait(false);
            return ExitCode.Refused;
        }

        if (parsed.Errors.Count > 0)
        {
            await Terminal.ErrorAsync(string.Join("; ", parsed.Errors.Select(error => error.Message.TrimEnd('.')))).ConfigureAwait(false);
            return ExitCode.Refused;
        }

        try
        {
            // The server sees to its signals itself: it drains for longer than a command may take to stop.
            var invocation = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = parsed.CommandResult.Command.Name == ServeCommand.Name ? null : CancelTime,
            };
            return await parsed.InvokeAsync(invocation).ConfigureAwait(false);
        }
        catch (SpeechException e)
        {
            await Terminal.ErrorAsync(e.Message).ConfigureAwait(false);
            return ExitCode.Of(e.Code);
        }
        catch (SettingsException e)
        {
            foreach (var fault in e.Message.Split(Environment.NewLine))
                await Terminal.ErrorAsync(fault).ConfigureAwait(false);
            return ExitCode.Refused;
        }
        catch (PairingException e)
        {
            await Terminal.ErrorAsync(e.Message).ConfigureAwait(false);
            return ExitCode.InputOutput;
        }
        catch (ListeningException e)
        {
            await Terminal.ErrorAsync(e.Message).ConfigureAwait(false);
            return ExitCode.InputOutput;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            // The last door: what comes here is a fault of the program, and a person should see a line, not a stack.
            await Terminal.ErrorAsync($"this is a fault of kokoro, please report it: {e.GetType().Name}: {e.Message}").ConfigureAwait(false);
            Terminal.Trace(e.ToString());
            return ExitCode.Bug;
        }
    }

    /// <summary>
    /// A mistyped option would otherwise be spoken, since a text may be several arguments. A text with a space in it is none, and
    /// nothing is one after a double dash.
    /// </summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument)
        .Select(token => token.Value)
        .FirstOrDefault(value => LooksLikeOption(value) && !value.Contains(' ', StringComparison.Ordinal));

    private static bool LooksLikeOption(string value) => value.StartsWith('-') && value.TrimStart('-') is [var first, ..] && char.IsAsciiLetter(first);

    /// <summary>As it is typed: "kokoro model list".</summary>
    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : result.Command.Name;
}
