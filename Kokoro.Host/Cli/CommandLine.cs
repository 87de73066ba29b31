using System.CommandLine;
using Kokoro.Synthesis;

namespace Kokoro.Host.Cli;

/// <summary>The command line as a whole: what commands there are, and how their failures leave the process.</summary>
internal static class CommandLine
{
    /// <summary>Long enough for a cancelled command to end its run and remove its unfinished file.</summary>
    private static readonly TimeSpan CancelTime = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Kokoro speaks text on your own machine.")
        {
            SpeakCommand.Create(),
            VoicesCommand.Create(),
            PhonemesCommand.Create(),
            DoctorCommand.Create(),
        };

        // A text may start with '@'; it is never the name of a file with more arguments in it.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Terminal.ErrorAsync(error.Message).ConfigureAwait(false);
            return ExitCode.Refused;
        }

        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = CancelTime };
            return await parsed.InvokeAsync(invocation).ConfigureAwait(false);
        }
        catch (SpeechException e)
        {
            var place = e.Place is { } range ? $" (characters {range})" : "";
            await Terminal.ErrorAsync(e.Message + place).ConfigureAwait(false);
            return ExitCode.Of(e.Code);
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
}
