namespace DgccAssess.Scoring.Awards;

/// <summary>Candidates of one award laid out in columns of whole numbers, in the order of their codes, so that the order they are given in can't matter
/// and ranking touches no object. Immutable and safe to share between threads.</summary>
public sealed class CandidateTable
{
    private CandidateTable(AwardPlan plan, Builder rows, int[] order)
    {
        Plan = plan;
        Codes = Array.ConvertAll(order, i => rows.Codes[i]);
        Facts = Array.ConvertAll(order, i => rows.Facts[i]);
        Groups = Array.ConvertAll(order, i => rows.Groups[i]);
        Regions = Array.ConvertAll(order, i => rows.Regions[i]);
        Predicates = Array.ConvertAll(order, i => rows.Predicates[i]);
        Columns = [.. rows.Columns.Select(column => Array.ConvertAll(order, i => column[i]))];
        (GroupNumbers, RegionNumbers) = (rows.GroupNumbers, rows.RegionNumbers);
    }

    public Award Award => Plan.Award;
    public int Count => Codes.Length;

    internal AwardPlan Plan { get; }
    internal string[] Codes { get; }
    internal Refusal[] Facts { get; }
    internal int[] Groups { get; }
    internal int[] Regions { get; }

    /// <summary>Positions in the award's predicates, -1 for none.</summary>
    internal int[] Predicates { get; }

    internal long[][] Columns { get; }
    internal IReadOnlyDictionary<string, int> GroupNumbers { get; }
    internal IReadOnlyDictionary<string, int> RegionNumbers { get; }

    /// <exception cref="ArgumentException">The award has faults (see <see cref="AwardCheck"/>), or a code stands twice. What else
    /// <see cref="CandidateCheck"/> finds must be put right before.</exception>
    public static CandidateTable Of(Award award, IEnumerable<Candidate> candidates)
    {
        var rows = new Builder(AwardPlan.Compile(award));
        foreach (var candidate in candidates)
            rows.Add(candidate);
        return new CandidateTable(rows.Plan, rows, CodeOrder.Of(rows.Codes));
    }

    private sealed class Builder(AwardPlan plan)
    {
        public AwardPlan Plan => plan;
        public List<string> Codes { get; } = [];
        public List<Refusal> Facts { get; } = [];
        public List<int> Groups { get; } = [];
        public List<int> Regions { get; } = [];
        public List<int> Predicates { get; } = [];
        public List<long>[] Columns { get; } = [.. plan.Columns.Select(_ => new List<long>())];
        public Dictionary<string, int> GroupNumbers { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, int> RegionNumbers { get; } = new(StringComparer.Ordinal);

        public void Add(Candidate candidate)
        {
            Codes.Add(candidate.Code);
            Groups.Add(NumberOf(candidate.Group, GroupNumbers));
            Regions.Add(NumberOf(candidate.Region ?? "", RegionNumbers));
            Predicates.Add(PredicateOf(candidate.Predicate));
            for (var i = 0; i < Columns.Length; i++)
                Columns[i].Add(Values.Of(plan.Award, candidate, plan.Columns[i]) is { } value ? RawValue.Of(value) : RawValue.None);
            Facts.Add(FactsOf(candidate));
        }

        private int PredicateOf(string? code)
        {
            for (var i = 0; i < plan.Award.Predicates.Count; i++)
                if (string.Equals(plan.Award.Predicates[i], code, StringComparison.Ordinal))
                    return i;
            return -1;
        }

        private Refusal FactsOf(Candidate candidate)
        {
            var jurors = candidate.Jury.Count(juror => !juror.Recused);
            var isOther = candidate.Instrument is { } instrument && !string.Equals(instrument, plan.Award.Instrument, StringComparison.Ordinal);
            var isPreviousOther = candidate.Previous is { } previous && !Values.IsComparable(plan.Award, candidate, previous);
            return When(!candidate.TookPart, Refusal.NotTakingPart) | When(!candidate.Consented, Refusal.NoConsent)
                | When(candidate.HasOpenObjection, Refusal.OpenObjection) | When(isOther, Refusal.OtherInstrument)
                | When(candidate.Predicate is null, Refusal.NoPredicate) | When(candidate.Index is null, Refusal.NoIndex)
                | When(candidate.Previous is null, Refusal.NoPrevious) | When(isPreviousOther, Refusal.PreviousOtherInstrument)
                | When(jurors == 0, Refusal.NoJury) | When(jurors > 0 && jurors < plan.Award.Jury?.MinimumJurors, Refusal.TooFewJurors);
        }

        private static Refusal When(bool holds, Refusal refusal) => holds ? refusal : Refusal.None;

        private static int NumberOf(string code, Dictionary<string, int> numbers)
        {
            if (!numbers.TryGetValue(code, out var number))
                numbers.Add(code, number = numbers.Count);
            return number;
        }
    }
}
