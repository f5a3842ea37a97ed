using System.Text;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>
/// The words by which people stop and start messages: CTIA's and the provider's list and what people write in English, Spanish, French and
/// German. A reply of five words or fewer with a stop word among them stops (47 CFR 64.1200(a)(10):
/// any reasonable means); a longer one is for a person to read.
/// </summary>
public static class StopWords
{
    private const int ShortReply = 5;
    private const int LongWord = 9;

    /// <summary>Stop wherever they stand in a short reply.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "STOP", "STOPP", "STOP2END", "STOPTOEND", "STOPS", "STOPALL", "STOPPED", "STOPPING", "UNSUBSCRIBE", "UNSUBSCRIBED", "UNSUB",
        "UNSUSCRIBE", "UNSUSCRIBED", "UNSUBCRIBE", "UNSUBSCIBE", "UNSUBSCRIB", "UNSUBSCRIBEME", "UNREGISTER", "UNENROLL", "DISCONTINUE",
        "CEASE", "CANCEL", "CANCELL", "CANCELALL", "END", "QUIT", "REVOKE", "REMOVE", "OPTOUT", "OPTSOUT", "OPTEDOUT", "OPTINGOUT",
        "ALTO", "PARAR", "PAREN", "BAJA", "CANCELAR", "DETENER", "DETENGA", "DETENGAN", "BASTA", "DESUSCRIBIR", "DESUSCRIBIRME",
        "DESUSCRIBEME", "DESUSCRIBAME", "DESUSCRIBANME", "SUPRIMIR", "ELIMINAR", "ELIMINARME", "ELIMINAME", "ELIMINENME", "TERMINAR",
        "BORRAR", "BORRARME", "BORRAME", "BORREME", "BORRENME", "QUITARME", "QUITAME", "QUITEME", "QUITENME", "CANCELA", "CANCELE",
        "CANCELEN", "CANCELAME", "CANCELENME",
        "ARRET", "ARRETE", "ARRETER", "ARRETEZ", "STOPPER", "STOPPEZ", "STOPSMS", "STOPPUB", "DESABONNER", "DESABONNEZ", "DESABONNEMENT",
        "DESABONNE", "DESABONNEMOI", "DESINSCRIRE", "DESINSCRIS", "DESINSCRIT", "DESINSCRIPTION", "DESINSCRIVEZ", "ANNULER", "RESILIER",
        "SUPPRIMER",
        "STOPPEN", "STOPPT", "ABMELDEN", "ABMELDUNG", "ABBESTELLEN", "ABBESTELLUNG", "AUSTRAGEN", "KUNDIGEN", "KUENDIGEN", "KUNDIGUNG",
        "KUENDIGUNG", "BEENDEN", "AUFHOREN", "AUFHOEREN", "ABBRECHEN", "LOSCHEN", "LOESCHEN", "WIDERRUF", "WIDERRUFE", "WIDERRUFEN",
    };

    /// <summary>Stop only when nothing else stands beside them: they have other meanings.</summary>
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal)
    {
        "FIN", "PARA", "SALIR", "ENDE", "HALT", "NO MAS", "NO MORE", "PARE", "SCHLUSS", "GENUG", "YA NO"
    };

    /// <summary>Several words that stop together.</summary>
    private static readonly string[] Phrases =
    [
        "OPT OUT", "OPTS OUT", "OPTED OUT", "OPTING OUT", "OPT ME OUT", "TAKE ME OFF", "LEAVE ME ALONE", "DELETE ME", "DELETE MY NUMBER",
        "LOSE MY NUMBER", "DO NOT TEXT", "DONT TEXT", "DO NOT CONTACT", "DONT CONTACT", "DO NOT MESSAGE", "DONT MESSAGE", "DO NOT EMAIL",
        "DONT EMAIL", "DO NOT SEND", "DONT SEND",
        "NO MORE TEXTS", "NO MORE MESSAGES", "NO MORE EMAILS", "NO MORE SMS", "NO MAS MENSAJES", "NO QUIERO MAS", "NO ENVIEN",
        "NO ME ENVIEN", "NO ME MANDEN", "NO ME ESCRIBAN", "DEJEN DE", "JE NE VEUX PLUS", "NE MENVOYEZ PLUS", "PLUS DE SMS",
        "PLUS DE MESSAGES", "NE PLUS RECEVOIR", "NE MECRIVEZ PLUS", "NE PLUS ECRIRE", "RETIREZ MOI", "RETIRER MON NUMERO",
        "RETIREZ MON NUMERO", "ENLEVEZ MOI", "ENLEVEZ MON NUMERO", "EFFACEZ MON NUMERO", "LAISSEZ MOI TRANQUILLE", "FOUTEZ MOI LA PAIX",
        "NO MOLESTEN", "NO MOLESTAR", "NO ME MOLESTEN", "DEJENME EN PAZ", "DEJEME EN PAZ", "UN SUBSCRIBE", "UN SUB", "DO NOT CALL",
        "DONT CALL", "DO NOT WRITE", "DONT WRITE", "DO NOT BOTHER", "DONT BOTHER",
        "MELDE MICH AB", "MELDET MICH AB", "MELDEN SIE MICH AB", "LASS MICH IN RUHE", "LASST MICH IN RUHE", "LASSEN SIE MICH IN RUHE",
        "WILL ICH NICHT MEHR", "WILL NICHT MEHR", "MOCHTE ICH NICHT MEHR", "MOCHTE NICHT MEHR", "KEINE SMS", "KEINE NACHRICHTEN",
        "KEINE MAILS", "KEINE EMAILS", "KEINE WERBUNG", "NICHT MEHR SCHREIBEN", "NICHT MEHR KONTAKTIEREN", "HOR AUF", "HOERT AUF",
        "HORT AUF",
    ];

    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal) { "START", "UNSTOP" };

    /// <summary>What a reply means.</summary>
    public static ReplyMeaning Read(string? text)
    {
        var lines = ReplyText.Lines(text);
        if (lines.Count == 0) return ReplyMeaning.Answer;
        // “STOP” and then a name, a firm, a number: a signature of one's own.
        if (lines.Count > 1 && lines[0].Count <= 2 && HasStop(lines[0])) return ReplyMeaning.Stop;
        string[] words = [.. lines.SelectMany(line => line)];
        if (HasStop(words)) return words.Length <= ShortReply ? ReplyMeaning.Stop : ReplyMeaning.Doubt;
        var whole = string.Join(' ', words);
        if (Alone.Contains(whole)) return ReplyMeaning.Stop;
        return Starts.Contains(whole) ? ReplyMeaning.Start : whole == "YES" ? ReplyMeaning.Yes : ReplyMeaning.Answer;
    }

    private static bool HasStop(IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (IsStop(word)) return true;
        var whole = $" {string.Join(' ', words)} ";
        return Array.Exists(Phrases, phrase => whole.Contains($" {phrase} ", StringComparison.Ordinal));
    }

    /// <summary>Also drawn out (<c>STOOOP</c>), with a zero for an O, and long words with one slip of a finger.</summary>
    private static bool IsStop(string word)
    {
        if (Words.Contains(word)) return true;
        var plain = Once(word.Any(char.IsAsciiLetter) ? word.Replace('0', 'O') : word);
        return Words.Contains(plain)
            || (plain.Length >= LongWord && Words.Any(known => known.Length >= LongWord && IsOneSlipFrom(plain, known)));
    }

    /// <summary>A letter that stands three times or more stands once.</summary>
    private static string Once(string word)
    {
        var once = new StringBuilder(word.Length);
        for (var from = 0; from < word.Length;)
        {
            var until = from;
            while (until < word.Length && word[until] == word[from]) until++;
            once.Append(word[from], until - from >= 3 ? 1 : until - from);
            from = until;
        }

        return once.ToString();
    }

    /// <summary>A letter too many, one missing, another one, or two that have changed places.</summary>
    private static bool IsOneSlipFrom(string word, string known)
    {
        if (Math.Abs(word.Length - known.Length) > 1) return false;
        var same = 0;
        while (same < word.Length && same < known.Length && word[same] == known[same]) same++;
        var left = word.AsSpan(same);
        var right = known.AsSpan(same);
        if (left.IsEmpty || right.IsEmpty) return true;
        return left[1..].SequenceEqual(right[1..]) || left[1..].SequenceEqual(right) || left.SequenceEqual(right[1..])
            || (left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
