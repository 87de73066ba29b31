using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink;

public sealed class CpuBudgetTests
{
    /// <summary>3 s of processor time, 2 s without any; samples count for at most 0.2 s.</summary>
    private static readonly CpuBudget Budget = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(0.2));

    [Theory]
    // elapsed step, steps, cpu per step, verdict, all in milliseconds
    [InlineData(100, 29, 100, KillCause.None)] // a full core, within the budget
    [InlineData(100, 31, 100, KillCause.OverCpuBudget)]
    [InlineData(100, 16, 200, KillCause.OverCpuBudget)] // two cores
    [InlineData(100, 2000, 1, KillCause.None)] // a busy machine gives it a hundredth of a core
    [InlineData(100, 20, 0, KillCause.None)]
    [InlineData(100, 21, 0, KillCause.NoProgress)]
    [InlineData(60_000, 1, 0, KillCause.None)] // the machine slept
    [InlineData(60_000, 10, 0, KillCause.None)]
    [InlineData(60_000, 11, 0, KillCause.NoProgress)] // stuck all the same
    public void Verdict_follows_the_samples(int step, int steps, int cpu, KillCause verdict)
    {
        var (watch, last) = (CpuBudget.Begin(TimeSpan.FromSeconds(50)), KillCause.None);
        for (var i = 1; i <= steps; i++)
        {
            Assert.Equal(KillCause.None, last);
            (watch, last) = Budget.Judge(watch, At(i * step, 50_000 + (i * cpu)));
        }

        Assert.Equal(verdict, last);
    }

    [Fact]
    public void Progress_starts_the_stall_again()
    {
        var watch = CpuBudget.Begin(TimeSpan.Zero);
        var cpu = 0;
        for (var i = 1; i <= 100; i++)
        {
            cpu += i % 19 == 0 ? 10 : 0;
            (watch, var verdict) = Budget.Judge(watch, At(i * 100, cpu));
            Assert.Equal(KillCause.None, verdict);
        }
    }

    [Theory]
    [InlineData(0.1, 2.4, 2)]
    [InlineData(2, 10, 4)]
    public void Budget_is_four_predictions_and_two_seconds(double predicted, double cpu, double stall)
    {
        var budget = new EngineLimits().BudgetFor(Prediction.OneThread(TimeSpan.FromSeconds(predicted)));
        Assert.Equal((TimeSpan.FromSeconds(cpu), TimeSpan.FromSeconds(stall)), (budget.MostCpu, budget.MostStall));
    }

    private static CpuSample At(int elapsed, int cpu) => new(TimeSpan.FromMilliseconds(elapsed), TimeSpan.FromMilliseconds(cpu));
}
