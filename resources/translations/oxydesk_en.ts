<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AbnView</name>
    <message>
        <source>Why Medicare may not pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words that the patient knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the ABN form · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ABN sheet {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a choice, the sheet takes the reason of the sale itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>Whose work is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied for a support call. Nothing of a patient is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Oxydesk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutPart</name>
    <message>
        <source>Oxydesk {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes: {edition}, in force since {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a support call: versions, sizes, counts and days are copied; no name, nothing of a patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy for support (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book and all that Oxydesk writes: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the program leaves this folder as it is. A backup is made under Settings, Backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Oxydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressFields</name>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apartment, suite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fills in the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied what to ask the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to know about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to know about {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for item 19 of the claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done with it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finder would write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {codes} instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts it on a superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to ask the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what to ask the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a receipt instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on a superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the list: Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The superbill looks again with the patient&apos;s own plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked &amp;for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupPart</name>
    <message>
        <source>Do not use it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup was made {moment}. Kept: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is made once a day and when you close Oxydesk, encrypted as the book itself is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a stick or &amp;folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a week Oxydesk reads every page, paper and backup by itself, and tells what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A backup on this computer is lost with it: choose a stick or another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}: no backup lies there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}: last backup there {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the same disk as the book, and would be lost with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} It is not there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups go, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups that lie there stay. From now on there is one place only, on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>The rental month by month, with the arrow keys. {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BillCard</name>
    <message>
        <source>{code} month {month}, {starts} to {ends}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pai&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization, or the check&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be billed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is billed here for {patient}, {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BringBack</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of that &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or the code from the recovery sheet of that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the backup …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;ring this one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book of that day takes the place of today&apos;s, which is kept in a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is &amp;in it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups in another folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder with the backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store}, {moment}: {patients} patients, {papers} papers (the last is {number}), {half} half-made. Who could sign in: {users}. Passwords are those of that day, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A store without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done since {moment} is no longer in the book. The book of now is kept in a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this one back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BringBackPage</name>
    <message>
        <source>Bring back a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password or the recovery sheet of its day opens a backup. Nothing is replaced before you have seen what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BringIn</name>
    <message>
        <source>Which column holds what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the rows that have errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} from {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like {cell}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be brought in: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the book already: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With errors: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing in …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogPage</name>
    <message>
        <source>Search the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code, its beginning, or any words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code before (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code after (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The official words, dates and every field of a code, explained, and what to know about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChargeRow</name>
    <message>
        <source>Take this charge away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other charge {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipsPart</name>
    <message>
        <source>Date of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} Click to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeBox</name>
    <message>
        <source>&amp;Know the code? Type it, it is checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like E1392 NU, then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no code. Type one like E1392 NU, or answer the questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” may be {codes}. Answer the questions to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>The recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your password is forgotten, this code opens the store, and nothing else does. Print it and keep it where you keep money. It is shown this once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Parts of the superbill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposeView</name>
    <message>
        <source>To fix: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the superbill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes out: product, code, or what they call it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone, product, code, or what they say …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose, Enter opens, Esc empties the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter begins the superbill; Esc goes back to everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try “tre,mar”, 8/17/1951, a phone number, a member ID, E1392 NU, or “battery for inogen”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreditLines</name>
    <message>
        <source>How many came back, of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: their share of the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type how many came back, like 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreditView</name>
    <message>
        <source>W&amp;hy it came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words: broken, too loud, not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;x given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid bac&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like card, cash, check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay all of it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is paid back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doctors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}. {errors}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is in the book already, or stands twice in the file; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} will be brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be brought in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Alt+Down opens a calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxydesk does not keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing {title} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy that asks for a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} went to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing of {title} was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosesPart</name>
    <message>
        <source>Diagnoses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dia&amp;gnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words or code: COPD, J44.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {code} away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoctorForm</name>
    <message>
        <source>&amp;First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A doctor needs a last name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MD, DO, NP …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten digits; it may come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fa&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doctor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doctors</name>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New doct&amp;or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No doctors yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those who order oxygen. A doctor can also be added while a patient is entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this doctor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Find a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, patient, or day like 3/12/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue and print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you begin, what waits and what was issued stands here. What was issued never changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was issued and stays in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is voided and stays in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped the draft of {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save with a pass&amp;word …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet for the &amp;ABN form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Return or refund …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Corrected copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a pa&amp;yment (F8) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the renta&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the renta&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page&apos;s checksum: every copy of it has the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the corrected copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the payment back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, not issued yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doubles</name>
    <message>
        <source>Is it one of these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a ne&amp;w one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the one: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>To do for rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to do up to then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months to bill: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month&apos;s rentals, all in one go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueRows</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}, while you stand in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {what}, {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off until {day}: {what}, {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueView</name>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it &amp;prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to do for rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the rental. D: done, P: put off, W: why it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to do up to then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more; do these first, or choose a kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do for rentals: {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do {day}.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>{name}  ·  last here {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has shown yet that the recovery sheet was kept. Make sure under Settings, Users.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EquipmentView</name>
    <message>
        <source>Find equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number, maker, model or patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No equipment here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every unit of the store by its serial number: in stock, with a patient, in service. What a rental delivers comes here by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a unit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventChanges</name>
    <message>
        <source>Read what it changes, then save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: the months go on as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already on issued papers, which stay as they are: the months from {days}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on which day it happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number of the one that came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a new doctor&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a new qualifying test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the break, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of the area that the store serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed this before; it is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers that were issued stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventHistory</name>
    <message>
        <source>Until {day}: {what}, {on}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EverythingOut</name>
    <message>
        <source>What will be in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;password, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password that you have signed in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take everything out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take everything out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is in the book, in a folder of files that any program opens: tables for a spreadsheet (CSV) and as JSON, every issued paper as PDF, every scan, and a page that says what is what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is encrypted: whoever has the folder can read every patient&apos;s data. Keep it on a stick or disk that is itself encrypted. That it was taken out is noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{papers} issued papers and {scans} scans; about {size} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where everything is written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new folder is made in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password first, the one that you have signed in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it there all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in {folder}: {files} files, {rows} rows of tables. README.txt says what is what.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>What you know of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the patient&apos;s own now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a superbill each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store bills the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} months at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to the purchase price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gap of {days} days counts anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then it is the patient&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cap ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five-year clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} of {price} paid, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; reached in month {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinderPage</name>
    <message>
        <source>Started over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which day is the service?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of that day count, not today&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Must fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsColumn</name>
    <message>
        <source>Begin with the patient, or with what goes out. What is missing will stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an insurer would send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be sent back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {number} more, when these are done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>&amp;Name of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on your tax papers; it stands at the top of every superbill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In any form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fills in the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NP&amp;I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten digits. You may add it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the store&apos;s book …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up my store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a sample store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back a backup …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only looking? The sample store has invented people, products and superbills. It stays in a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Oxydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxygen codes, checked superbills, and paper in the customer&apos;s hand. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>F1 help  ·  Ctrl+K search  ·  Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>&amp;Language of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other charge {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes out of the door</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>tre,mar · birth date · phone · member ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits. Try fewer letters, or the birth date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, half-made: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-made: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundRows</name>
    <message>
        <source>What goes out of the door?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products of your list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Instead:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbill for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes out is chosen there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code that Oxydesk knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: what it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: open · Ctrl+Enter: superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: new superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not issued yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: in the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the code for “{text}”, question by question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: code finder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: new patient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HappenedPart</name>
    <message>
        <source>Who did what, and when, an owner may see. Ask one to sign in (Ctrl+L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;ords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name, number or amount that was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, birth date, phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for all patients again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like this happened. Ask for less, or for other days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this can be changed or deleted; whether all is whole, Backup looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, through {door}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>One step back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step forward (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code finder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Oxydesk ended unexpectedly the last time. What was typed then is kept, and there again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help of this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is half-made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a doctor or a plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was issued today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes: {edition}. {later}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list of diagnoses for today&apos;s services has come yet; the latest one is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: find its code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For somebody who pays here and asks the plan to pay it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who was here before: type the name above, then Ctrl+Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes out of the door?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was missing has come for {name}. Press the down arrow and Enter to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to fix: {first}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at: {first}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient, half typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient, half typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>found {text}; a day has 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssuedCard</name>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rint all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save all …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} issued, {total} in all, {paid} of it paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {count} were not reached; go on when you like, none is made twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} superbills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the superbills in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {count} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastResort</name>
    <message>
        <source>Oxydesk cannot start. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is kept now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed stays in this window until it can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>What the signs mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Licenses</name>
    <message>
        <source>Parts of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>License</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the license.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Take this line away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what it costs; 0 where it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code and modifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes with the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 is at home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For diagnoses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month of the rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price if bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days, maker, place, diagnoses …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message>
        <source>What goes out of the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product, words, or a code: E1392 NU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the code finder: {typed}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>You typed this before; it is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a CSV file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-made: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threw away what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the paper is chosen with each patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Oxydesk again now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed could not be kept. {why} If you close Oxydesk now, it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembershipForm</name>
    <message>
        <source>Pla&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new plan needs a name; it is on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Member ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insured is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s husband or wife</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a parent (the patient is the child)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the insured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new plan …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyPart</name>
    <message>
        <source>Sales ta&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charges, tax and payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in full: {method} (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total {total} · paid {paid} · balance {balance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other charges and tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrying bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another payment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months of the rental</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Months that begin up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say up to which day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbills to be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space leaves one out, P: paid, Enter opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month&apos;s rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each month that a patient pays becomes a superbill, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Issue {count} superbills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to be issued, {total} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {count} stand aside, with their reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No month is due up to that day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>The password &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same; type both again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Doctor and order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No doctor yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new doctor …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Doctor who ordered it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s first name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new doctor needs a last name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MD, DO, NP …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten digits; it may come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the &amp;order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months of need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 is for life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liters a minute by da&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worn as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like nasal cannula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portable unit ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dia&amp;gnoses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes like J44.9, J96.11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog does not know {codes}; look at the order again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPart</name>
    <message>
        <source>Doctor&apos;s first name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MD, DO, NP …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liters a minute by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months of need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99: for life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor and order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordered {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flow} L/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New doctor: {typed}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnerPage</name>
    <message>
        <source>From now on the store&apos;s book opens with a password only. What is in it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s book opens with your password only, so nobody else reads your patients&apos; data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are the store&apos;s owner in Oxydesk; others can be added later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or five words with blanks between them are easy to keep in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locking the store&apos;s book …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageColumn</name>
    <message>
        <source>The receipt as it prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page as it prints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaidLater</name>
    <message>
        <source>Paid after the issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>It is &amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day, if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, or its number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>This scan cannot be shown; save it, and open it with another program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No papers yet. Add what an insurer may ask for, with its scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the paper first, then drop its scan on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a scan …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scan as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the scan off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scan attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its scan is in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans (*.pdf *.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scan as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan leaves the book. Keep the file, or save it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Part</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassingBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+U, or Ctrl+Z outside of a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>{count} letters or more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientCards</name>
    <message>
        <source>Bill this &amp;month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;nish the superbill: it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go o&amp;n with the superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chan&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {day} ({age})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper in Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan yet. Without one the patient pays, and a superbill says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} (first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor and order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order yet. An insurer asks who ordered the oxygen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an &amp;order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No doctor yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doctor}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPI {npi}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPI not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbills and receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the order of {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insured: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member ID not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lpm} L/min by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lpm} asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lpm} active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lpm} hours a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portable unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientForm</name>
    <message>
        <source>You typed this before; it is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threw away what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientPart</name>
    <message>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fills in the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like 08171951.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apartment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, birth date, phone or member ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient: {typed}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientRentals</name>
    <message>
        <source>Rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rentals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a &amp;rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Choose somebody from the list, or make a new patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pat&amp;ient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a CSV file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody you serve, with plan, orders and superbills; found by a few letters or a birth date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a CSV file …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>A&amp;mount paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How it was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization, or the check&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what was paid, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found {found}; {owed} is owed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentRow</name>
    <message>
        <source>Take this payment away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization, or the check&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HSA or FSA card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Found: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>This page takes too long to draw. Save it, and open it with another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page cannot be shown: its file is not a PDF that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page could not be drawn; try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page cannot be shown: it has no size that fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PieceForm</name>
    <message>
        <source>&amp;Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit is known by its serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;here it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shelf, a workshop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is with {patient}; only the rental says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {serial}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Code finder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Name of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portable unit that is sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code that the plan has said it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants the modifiers for high or low flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants the modifier that says all is on file (KX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it once, and the code finder asks no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it pays for a rental</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPart</name>
    <message>
        <source>Kind of &amp;plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient is the insured&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insured&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the plan, or Medicare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New plan: {typed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan: the patient pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicare Advantage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRICARE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanTerms</name>
    <message>
        <source>Months that it pays at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like 10, 13 or 36; empty: no limit, or Medicare&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of a gap after which it counts anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: a gap never begins a new count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end the equipment becomes the patient&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It pays until the purchase price is reached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New p&amp;lan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurers of your patients. A plan can also be added while a patient is entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PossiblePart</name>
    <message>
        <source>Ruled out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can still be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will be billed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The page as it prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {pages} · {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The printer did not answer; see that it is switched on, or choose another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer stopped taking pages; see what it shows, then print again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>Ma&amp;ker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is, in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it has no maker and model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is at the counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlets for tubing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One device for day and night, at home and away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light and small enough for the code&apos;s definition of portable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A month&apos;s rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pro&amp;duct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you sell and rent. With it on the list, a superbill needs only the serial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this product</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Codes: {edition}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PutOff</name>
    <message>
        <source>Show it again on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPart</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liters a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number like 2 or 2.5. Enter goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like 08/17/2024 or Aug 17 2024. Enter goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is the first month. Enter goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like 2495.00. Enter goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReEncrypting</name>
    <message>
        <source>Encrypt the book anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever could once open the book and kept a copy of its files could read a later copy, too. Encrypted anew, it has another key; everybody who may sign in goes on as before. Backups from before stay under the old key until they are not kept any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may have kept a copy of the store&apos;s files that their password opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book gets another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt it anew now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{why} Encrypt the book anew now? It takes {about}; the store is closed meanwhile, and you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPart</name>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on a superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it in the finder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HCPCS code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HCPCS modifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diagnosis (ICD-10-CM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes named here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The official record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Password forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An owner types the code from the recovery sheet and chooses a new password. Whoever else has forgotten theirs asks an owner: Settings, Users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code from the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight groups of five signs. Small letters and blanks are fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code from the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>&amp;Type the code from the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small letters and blanks are fine. So you know that the sheet can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RentalForm</name>
    <message>
        <source>You typed this before; it is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, birth date, phone or member ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rental of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rental of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rents?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threw away what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RentalList</name>
    <message>
        <source>Find a rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient, number or serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pla&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it &amp;stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month, lowest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month, highest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five-year clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin a rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This &amp;month&apos;s rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a CSV file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer letters, or show all rentals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rentals yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rental with its months: which one runs, what is due, when the cap and the five years end. A superbill with a rented item begins one with a key; so does a table of the ones that run already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a CSV file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an issued superbill …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-made: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RentalPaper</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save with a pass&amp;word …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RentalPicture</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a &amp;picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rental in one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {day}, {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RentalView</name>
    <message>
        <source>To do for this rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;happened …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bac&amp;k home …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bill this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On &amp;paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rental of this unit ends today, and the equipment is the patient&apos;s. No month is billed then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the patient&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the rental of {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rentals</name>
    <message>
        <source>Nothing of this rental is to be billed today; its next month is in the list of what is to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portable unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} of {cap}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RentalsPage</name>
    <message>
        <source>All rentals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replaced</name>
    <message>
        <source>Replaced books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a backup is brought back, the book that it replaces is kept. After a while only the last few are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this one a&amp;way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What only this book of {moment} holds is lost for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>The backup is brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is brought back. The book that it replaced lies in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing back the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it is whole beside today&apos;s book, nothing is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is encrypted anew. Sign in as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypting the book anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the new one is whole beside it, the book stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still under way; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Click: serve somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name}  ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>One moment: a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxydesk closes by itself when the backup is made. Nothing that was typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>Sample store: everything here is invented. Try whatever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample store: all invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up my store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Parts of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Oxydesk is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the store&apos;s book …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password forgotten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back a backup …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sourced</name>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows from what is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sources disagree</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanBar</name>
    <message>
        <source>Up to when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorePart</name>
    <message>
        <source>Enrolled with &amp;Medicare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Legal name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on your tax papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A store needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trade name (DBA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If people know you by another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;EIN (tax number)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like 91-1144442.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;xonomy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in your NPI&apos;s record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;icense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your state asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Em&amp;ail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales ta&amp;x in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like 8.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands at the top of every superbill. It is kept as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no picture that can be read, or has too many dots; choose a smaller PNG or JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the logo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No logo yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuperbillsPage</name>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>Pla&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan: the patient pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor&apos;s &amp;order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day; empty where it has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicare group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the test that qualified the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bills the months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient pays and gets a superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store bills the plan elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly pays by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months billed here from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What began before was billed elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan and order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the plan pays for a rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TogetherView</name>
    <message>
        <source>Papers that are issued together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue and &amp;save …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue &amp;only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several in one go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ready} of {count} can go out. What must be fixed stays a draft; the others do not wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The others stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the papers in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt now (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superbill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected copy of {number}, which holds until this is issued and is void from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a receipt instead (F9)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back a backup …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store does not open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try to keep it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close and open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for &amp;support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Oxydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxydesk has to close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Oxydesk goes wrong again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Oxydesk did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed could not be kept. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put that right and try again before you close Oxydesk, or note down what is not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still stands in the window: leave it open, put that right, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there again when you open Oxydesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Oxydesk and open it again. What you typed is there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on where you were. If it happens again, close Oxydesk and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For support, without any patient and without anything that you typed:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>There is a home unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a portable unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product of your list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker, model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered by us on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit needs the day on which it was delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A month&apos;s rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warranty for labor ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day, if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than four liters a minute at rest or asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came to us with months paid already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months paid before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the same plan, to another store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the plan pays up to a price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five years run from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First delivery by the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase price that the plan pays up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsersPart</name>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them an owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them this password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password that you have now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of rest; never while you type or print. A longer stay can be chosen while there is one user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery sheet was typed back: somebody has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has shown yet that the recovery sheet was kept. Make a new one if you do not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has forgotten their password: choose them above, and a new one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L locks at once. Oxydesk locks itself, too, when the computer was asleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can no longer sign in. What they did stays in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet that you have now opens nothing any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery sheet is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitsView</name>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came: fill it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything came: open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped the draft of {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoForm</name>
    <message>
        <source>&amp;First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A patient needs a last name; type it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>08171951 or 8/17/51 will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In any form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the store alone; never on paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Calendar</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>part</name>
    <message>
        <source>sold new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replacement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._code.self</name>
    <message>
        <source>Choose the code that is billed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._maker.self</name>
    <message>
        <source>Type the maker and model, or what it is in a line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._plan.self</name>
    <message>
        <source>Choose the plan that this member ID is of.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._scale.self</name>
    <message>
        <source>Size and language change when Oxydesk is opened again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._serial.self</name>
    <message>
        <source>It is with {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._services.self</name>
    <message>
        <source>Copied {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} brought in: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The superbill waits for what is missing; it stands on the waiting-for list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands on the waiting-for list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {count} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is made, in both places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._until.self</name>
    <message>
        <source>Type a day after today.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self.password.self</name>
    <message>
        <source>Type the password that opens the copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self.self</name>
    <message>
        <source>Type the code from the sheet, or choose Later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet went to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>services.self</name>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
