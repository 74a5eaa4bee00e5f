namespace DgccAssess.Scoring.Instruments.Checks;

/// <summary>Every index that can be published must have exactly one predicate; decided on whole steps of the rounding, as intervals.</summary>
internal static class PredicateCheck
{
    private sealed record Interval(Predicate Predicate, string Path, long First, long Last);

    public static void Check(Instrument instrument, ProblemList problems)
    {
        var register = new CodeRegister(problems);
        for (var i = 0; i < instrument.Predicates.Count; i++)
        {
            var predicate = instrument.Predicates[i];
            var path = PathOf(predicate, i);
            register.Add(predicate.Code, $"{path}/code");
            if (predicate.From > predicate.To || (predicate.From == predicate.To && !predicate.ToInclusive))
                problems.Error($"{path}/from", InstrumentProblemCodes.PredicateRange, predicate.From, predicate.To);
        }
        if (instrument.Rounding.Decimals is >= 0 and <= HeaderCheck.MaxDecimals && instrument.Scales.Count > 0 && instrument.Scales.All(ScaleCheck.IsSound))
            CheckCoverage(instrument, problems);
    }

    private static void CheckCoverage(Instrument instrument, ProblemList problems)
    {
        var step = new decimal(1, 0, 0, false, (byte)instrument.Rounding.Decimals);
        long lowest = instrument.Scales.Min(scale => scale.Floor), highest = instrument.Scales.Max(scale => scale.Ceiling);
        var intervals = instrument.Predicates.Select((predicate, i) => ToInterval(predicate, PathOf(predicate, i), lowest, highest, step)).ToList();
        foreach (var empty in intervals.Where(interval => interval.First > interval.Last))
            problems.Warning(empty.Path, InstrumentProblemCodes.PredicateUnreachable);

        var lastStep = (long)(highest / step);
        var (next, previous) = ((long)(lowest / step), default(Interval));
        foreach (var interval in intervals.Where(interval => interval.First <= interval.Last).OrderBy(interval => interval.First))
        {
            if (interval.First > next)
                problems.Error("predicates", InstrumentProblemCodes.PredicateGap, next * step, (interval.First - 1) * step);
            else if (interval.First < next)
                problems.Error($"{interval.Path}/from", InstrumentProblemCodes.PredicateOverlap,
                    previous!.Predicate.Code, interval.First * step, Math.Min(interval.Last, next - 1) * step);
            if (interval.Last >= next)
                (next, previous) = (interval.Last + 1, interval);
        }
        if (next <= lastStep)
            problems.Error("predicates", InstrumentProblemCodes.PredicateGap, next * step, lastStep * step);
    }

    // Clamped to the scale before scaling: a limit may be any decimal, a step number must fit 64 bits.
    private static Interval ToInterval(Predicate predicate, string path, long lowest, long highest, decimal step)
    {
        var from = Math.Clamp(predicate.From, lowest, highest + 1);
        var to = Math.Clamp(predicate.To, lowest - 1, highest + 1);
        var first = (long)Math.Ceiling(from / step);
        var last = predicate.ToInclusive ? (long)Math.Floor(to / step) : (long)Math.Ceiling(to / step) - 1;
        return new Interval(predicate, path, first, Math.Min(last, (long)(highest / step)));
    }

    private static string PathOf(Predicate predicate, int position) => $"predicates/{CodeRegister.Segment(predicate.Code, position)}";
}
